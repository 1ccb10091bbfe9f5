namespace Hooklatch.Management;

/// <summary>A try that ended.</summary>
internal sealed record AttemptView
{
    /// <summary>Which one, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The state after it.</summary>
    public required string State { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took in milliseconds; 0 where nobody knows.</summary>
    public double ElapsedMs { get; init; }

    /// <summary>What ran.</summary>
    public string? Handler { get; init; }

    /// <summary>The type of the error.</summary>
    public string? ErrorType { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>What tells the error from others.</summary>
    public string? Fingerprint { get; init; }
}
