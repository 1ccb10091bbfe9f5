using Hooklatch.Deliveries;
using Hooklatch.Inbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Sessions.Alerts;

/// <summary>
/// Tells a chat (<c>Hooklatch:Alerts:Chat</c>) of deliveries and jobs that wait for a person, and of jumps in what is refused: one message, and then none for a
/// quarter of an hour, after which what came meanwhile is told at once.
/// </summary>
internal sealed class AlertWatch(IConfiguration configuration, IServiceProvider services, IChatSessions chats, TimeProvider time)
    : BackgroundService
{
    /// <summary>The setting that names the chat; nothing is told while it is empty.</summary>
    public const string Chat = "Hooklatch:Alerts:Chat";

    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>How long it says nothing after it has said something.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private readonly DeadWatch _dead = new();
    private readonly RefusalWatch _refusals = new();
    private DateTimeOffset _quietUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever cannot be asked now is asked again; the inbox itself says that it cannot be used.
            catch (Exception)
#pragma warning restore CA1031
            {
                // See above.
            }

            await Task.Delay(Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task LookAsync(CancellationToken stopping)
    {
        var now = time.GetUtcNow();
        // In memory: what is usual is known by the time that a chat is named.
        var refused = services.GetService<IRefusalLog>() is { } log ? _refusals.Look(log, now) : null;
        if (configuration[Chat] is not { Length: > 0 } chat)
        {
            _refusals.Told();
            return;
        }

        if (now < _quietUntil)
        {
            return;
        }

        var dead = services.GetService<IInboxOperations>() is { } inbox ? await _dead.LookAsync(inbox, stopping) : [];
        string[] lines = refused is null ? dead : [.. dead, refused];
        if (lines.Length == 0)
        {
            return;
        }

        if (await chats.TrySendTextAsync(chat, $"Hooklatch on {Environment.MachineName}: {string.Join(" ", lines)}", stopping))
        {
            _quietUntil = now + Pause;
            _dead.Told();
            _refusals.Told();
        }
    }
}
