using Hooklatch.Http;
using Hooklatch.Management;
using Hooklatch.Telemetry;

namespace Hooklatch.Console.Activity;

/// <summary>Adds up what came to some endpoints, and shows it.</summary>
/// <param name="from">When the first step begins.</param>
/// <param name="reasons">The names of the reasons.</param>
internal sealed class ActivitySum(DateTimeOffset from, ReasonNames reasons)
{
    private readonly long[] _outcomes = new long[EndpointActivity.Outcomes];
    private readonly long[] _reasons = new long[ReasonNames.Count];
    private readonly int[] _accepted = new int[EndpointActivity.Steps];
    private readonly int[] _refused = new int[EndpointActivity.Steps];
    private readonly int[] _failed = new int[EndpointActivity.Steps];
    private readonly long[] _times = new long[LatencyScale.Count];
    private readonly long[][] _timesOfStep = new long[EndpointActivity.Steps][];
    private DateTimeOffset? _lastAt;

    /// <summary>How many were unfinished, for each step; none where the host has no store.</summary>
    public IReadOnlyList<long?> Depth { get; init; } = [];

    /// <summary>How old the oldest of them was.</summary>
    public IReadOnlyList<double?> AgeSeconds { get; init; } = [];

    /// <summary>Adds the counters of one step.</summary>
    public void Add(int step, ReadOnlySpan<int> outcomes, ReadOnlySpan<int> reasonCounts, ReadOnlySpan<int> times)
    {
        for (var outcome = 0; outcome < outcomes.Length; outcome++)
        {
            _outcomes[outcome] += outcomes[outcome];
            KindOf((DeliveryOutcome)outcome)[step] += outcomes[outcome];
        }

        for (var reason = 0; reason < reasonCounts.Length; reason++)
        {
            _reasons[reason] += reasonCounts[reason];
        }

        var ofStep = _timesOfStep[step] ??= new long[LatencyScale.Count];
        for (var time = 0; time < times.Length; time++)
        {
            _times[time] += times[time];
            ofStep[time] += times[time];
        }
    }

    /// <summary>Adds when an endpoint was delivered to last.</summary>
    public void AddLast(DateTimeOffset? at) => _lastAt = at > _lastAt || _lastAt is null ? at ?? _lastAt : _lastAt;

    /// <summary>What was added.</summary>
    public ActivityView ToView() =>
        new()
        {
            From = from,
            StepSeconds = (int)EndpointActivity.Step.TotalSeconds,
            Accepted = _accepted,
            Refused = _refused,
            Failed = _failed,
            P50 = [.. _timesOfStep.Select(times => LatencyScale.Quantile(times, 0.5))],
            P99 = [.. _timesOfStep.Select(times => LatencyScale.Quantile(times, 0.99))],
            Depth = Depth,
            AgeSeconds = AgeSeconds,
            TotalP50 = LatencyScale.Quantile(_times, 0.5),
            TotalP99 = LatencyScale.Quantile(_times, 0.99),
            Outcomes = Counts(_outcomes, outcome => OutcomeNames.Of((DeliveryOutcome)outcome)),
            Reasons = Counts(_reasons, reasons.NameOf),
            LastAt = _lastAt,
        };

    private static Count[] Counts(long[] counts, Func<int, string> name) =>
        [
            .. counts
                .Select((count, i) => new Count { Name = name(i), Value = count })
                .Where(count => count.Value > 0)
                .OrderByDescending(count => count.Value)
                .ThenBy(count => count.Name, StringComparer.Ordinal),
        ];

    private int[] KindOf(DeliveryOutcome outcome) =>
        outcome switch
        {
            DeliveryOutcome.Rejected => _refused,
            DeliveryOutcome.Failed or DeliveryOutcome.Abandoned => _failed,
            _ => _accepted,
        };
}
