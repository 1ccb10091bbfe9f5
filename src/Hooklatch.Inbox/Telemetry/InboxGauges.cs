using System.Diagnostics.Metrics;
using Hooklatch.Inbox.Running;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Telemetry;

/// <summary>How much the store holds, by plugin, endpoint and state, and how old the oldest of it is. Read from the store's counters at intervals.</summary>
internal sealed class InboxGauges : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(15);

    private readonly InboxStore _store;
    private readonly TimeProvider _time;
    private readonly ObservableGauge<long> _depth;
    private readonly ObservableGauge<double> _age;
    private IReadOnlyList<InboxDepth> _last = [];

    public InboxGauges(InboxStore store, IMeterFactory meters, TimeProvider time)
    {
        (_store, _time) = (store, time);
        var meter = meters.Create("Hooklatch");
        _depth = meter.CreateObservableGauge("hooklatch.inbox.depth", Depths, "{delivery}", "Deliveries that are not finished, by state.");
        _age = meter.CreateObservableGauge(
            "hooklatch.inbox.oldest.age",
            Ages,
            "s",
            "The age of the oldest delivery that is ready or runs."
        );
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (_store.IsOpen && (_depth.Enabled || _age.Enabled))
                {
                    _last = await _store.Inner.GetDepthAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A store of somebody's own may throw anything, and must not end the host.
            catch (Exception)
#pragma warning restore CA1031
            {
                // The worker says so; the last figures stay.
            }

            await Task.Delay(Interval, _time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IEnumerable<Measurement<long>> Depths()
    {
        foreach (var depth in _last)
        {
            yield return Of(depth, depth.Ready, InboxState.Ready);
            yield return Of(depth, depth.Leased, InboxState.Leased);
            yield return Of(depth, depth.Delayed, InboxState.Delayed);
            yield return Of(depth, depth.Dead, InboxState.Dead);
            yield return Of(depth, depth.Quarantined, InboxState.Quarantined);
        }
    }

    private IEnumerable<Measurement<double>> Ages() =>
        _last
            .Where(depth => depth.OldestAt is not null)
            .Select(depth => new Measurement<double>(
                Math.Max(0, (_time.GetUtcNow() - depth.OldestAt!.Value).TotalSeconds),
                new("hooklatch.plugin", depth.Plugin),
                new("hooklatch.endpoint", depth.Endpoint)
            ));

    private static Measurement<long> Of(InboxDepth depth, long count, InboxState state) =>
        new(
            count,
            new("hooklatch.plugin", depth.Plugin),
            new("hooklatch.endpoint", depth.Endpoint),
            new("hooklatch.inbox.state", InboxMetrics.NameOf(state))
        );
}
