using Hooklatch.Inbox;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Console.Activity;

/// <summary>Asks the store once a minute how much unfinished work there is. A host without a store is asked nothing.</summary>
internal sealed class DepthSampler(DepthHistory history, TimeProvider time, IInboxOperations? inbox = null) : BackgroundService
{
    /// <summary>Completes with the next look at the store.</summary>
    internal Task Sampling { get; private set; } = Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (inbox is not null && !stoppingToken.IsCancellationRequested)
        {
            await (Sampling = SampleAsync(inbox, stoppingToken));
            await Task.Delay(EndpointActivity.Step, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SampleAsync(IInboxOperations inbox, CancellationToken cancellation)
    {
        IReadOnlyList<InboxDepth>? depths = null;
        try
        {
            depths = await inbox.GetDepthAsync(cancellation);
        }
#pragma warning disable CA1031 // A store of somebody's own may throw anything; the chart has a gap then, and the inbox says why.
        catch (Exception)
#pragma warning restore CA1031
        {
            if (cancellation.IsCancellationRequested)
            {
                return;
            }
        }

        history.Add(time.GetUtcNow(), depths);
    }
}
