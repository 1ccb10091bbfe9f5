namespace Hooklatch.Management;

/// <summary>What came in during the last hour, in this process.</summary>
internal sealed record ActivityView
{
    /// <summary>When the first step begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>How long a step is.</summary>
    public int StepSeconds { get; init; }

    /// <summary>How many were accepted, for each step.</summary>
    public IReadOnlyList<int> Accepted { get; init; } = [];

    /// <summary>How many were refused.</summary>
    public IReadOnlyList<int> Refused { get; init; } = [];

    /// <summary>How many failed in the handler or in the host.</summary>
    public IReadOnlyList<int> Failed { get; init; } = [];

    /// <summary>The median time to the answer in milliseconds, for each step; <see langword="null"/> where nothing came.</summary>
    public IReadOnlyList<double?> P50 { get; init; } = [];

    /// <summary>The 99th percentile.</summary>
    public IReadOnlyList<double?> P99 { get; init; } = [];

    /// <summary>How many were unfinished at the end of each step; empty where the host has no store.</summary>
    public IReadOnlyList<long?> Depth { get; init; } = [];

    /// <summary>How old the oldest of them was.</summary>
    public IReadOnlyList<double?> AgeSeconds { get; init; } = [];

    /// <summary>The median of the hour in milliseconds.</summary>
    public double? TotalP50 { get; init; }

    /// <summary>The 99th percentile of the hour.</summary>
    public double? TotalP99 { get; init; }

    /// <summary>The deliveries of the hour by outcome, in the words of the metrics: <c>handled</c>.</summary>
    public IReadOnlyList<Count> Outcomes { get; init; } = [];

    /// <summary>Those that were refused or failed, by reason: <c>invalid_signature</c>.</summary>
    public IReadOnlyList<Count> Reasons { get; init; } = [];

    /// <summary>When the last one came, since the host started.</summary>
    public DateTimeOffset? LastAt { get; init; }
}
