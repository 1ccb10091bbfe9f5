namespace Hooklatch.Jobs;

/// <summary>A recurring job and its times.</summary>
/// <param name="Plugin">The plugin's key.</param>
/// <param name="Name">The job's name.</param>
internal sealed record ScheduleEntry(string Plugin, string Name)
{
    /// <summary>The last occurrence that was stored; <see langword="null"/> for none yet.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>The next occurrences.</summary>
    public IReadOnlyList<DateTimeOffset> NextAt { get; init; } = [];
}
