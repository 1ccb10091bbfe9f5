namespace Hooklatch.Management;

/// <summary>A job that runs at times.</summary>
internal sealed record ScheduleView
{
    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The cron expression.</summary>
    public required string Expression { get; init; }

    /// <summary>The time zone.</summary>
    public required string TimeZone { get; init; }

    /// <summary>What happens to missed runs: <c>skip</c>, <c>once</c> or <c>all</c>.</summary>
    public required string MissedRuns { get; init; }

    /// <summary>The last occurrence that was started.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The next occurrences.</summary>
    public IReadOnlyList<DateTimeOffset> NextAt { get; init; } = [];

    /// <summary>Why it does not run.</summary>
    public string? Problem { get; init; }
}
