namespace Hooklatch.Management;

/// <summary>An action on many deliveries that runs, or has ended.</summary>
internal sealed record BulkRun
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>What is done.</summary>
    public required string Action { get; init; }

    /// <summary>Who started it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How many were found.</summary>
    public long Total { get; init; }

    /// <summary>How many were acted on.</summary>
    public long Done { get; init; }

    /// <summary>How many were in another state by then.</summary>
    public long Skipped { get; init; }

    /// <summary><c>running</c>, <c>done</c>, <c>cancelled</c> or <c>failed</c>.</summary>
    public required string State { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Error { get; init; }
}
