using Hooklatch.Lifecycle;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Running;

/// <summary>
/// Drops what is no longer kept: a little at a time, so that nothing that comes in waits for it. A host without plugins shows the store of others, and how
/// long they keep what is theirs it does not know.
/// </summary>
internal sealed class InboxSweeper(
    InboxStore store,
    PluginRegistry registry,
    InboxOptions options,
    HooklatchOptions host,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenParts = TimeSpan.FromMilliseconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var retention = new InboxRetention(options.RetainFor, options.RetainBytes, host.DuplicateRetention);
        while (registry.States.Count > 0 && !stoppingToken.IsCancellationRequested)
        {
            var hasMore = false;
            try
            {
                hasMore = store.IsOpen && await store.Inner.SweepAsync(retention, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A store of somebody's own may throw anything, and must not end the host.
            catch (Exception error)
#pragma warning restore CA1031
            {
                store.NoteUnavailable(error);
            }

            await Task.Delay(hasMore ? BetweenParts : Interval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
