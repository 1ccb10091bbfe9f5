namespace Hooklatch.Management;

/// <summary>What became of a test.</summary>
internal sealed record TestResult
{
    /// <summary>Whether the webhook would accept it.</summary>
    public bool Succeeded { get; init; }

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; }

    /// <summary>What happened, for people.</summary>
    public required string Message { get; init; }

    /// <summary>The handler that takes it.</summary>
    public string? Handler { get; init; }

    /// <summary>Whether the handler ran.</summary>
    public bool Ran { get; init; }

    /// <summary>The body of the answer.</summary>
    public string? Answer { get; init; }
}
