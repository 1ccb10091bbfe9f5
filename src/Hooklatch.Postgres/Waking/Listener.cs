using System.Globalization;
using Hooklatch.Inbox;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hooklatch.Postgres.Waking;

/// <summary>Hears on a connection of its own that other hosts have stored something. What it does not hear is found by asking.</summary>
/// <param name="connect">Opens the connection.</param>
/// <param name="schema">The schema whose channel it is.</param>
/// <param name="ownerOf">This start of the host, whose own words it need not hear.</param>
/// <param name="context">Who is told; the clock; the log.</param>
internal sealed partial class Listener(
    Func<CancellationToken, Task<NpgsqlConnection>> connect,
    string schema,
    Func<long> ownerOf,
    InboxStoreContext context
) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    /// <summary>How long it hears nothing before it asks whether the connection is there.</summary>
    private static readonly TimeSpan AskInterval = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _closing = new();
    private Task _running = Task.CompletedTask;

    public void Begin() => _running = Task.Run(RunAsync, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private async Task RunAsync()
    {
        var wasWell = true;
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                await using var connection = await connect(_closing.Token);
                connection.Notification += Hear;
                await using (var command = new NpgsqlCommand($"listen {Notifier.ChannelOf(schema)}", connection))
                {
                    await command.ExecuteNonQueryAsync(_closing.Token);
                }

                // What was said before nobody heard.
                context.MayHaveWork();
                wasWell = true;
                while (true)
                {
                    if (!await connection.WaitAsync(AskInterval, _closing.Token))
                    {
                        // A connection that something on the way has dropped looks as one does on which nothing is said.
                        await using var ask = new NpgsqlCommand("select 1", connection);
                        await ask.ExecuteNonQueryAsync(_closing.Token);
                    }
                }
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                if (wasWell)
                {
                    Log.Deaf(context.Logger, error.Message);
                }

                wasWell = false;
            }

            await Task.Delay(Pause, context.Time, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private void Hear(object sender, NpgsqlNotificationEventArgs notification)
    {
        if (notification.Payload != ownerOf().ToString(CultureInfo.InvariantCulture))
        {
            context.MayHaveWork();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            10,
            LogLevel.Warning,
            "The connection on which other hosts are heard has failed; until it is back, this host asks for work once a second: {Problem}"
        )]
        public static partial void Deaf(ILogger logger, string problem);
    }
}
