namespace Hooklatch.Inbox;

/// <summary>One try of a delivery that ended. A try that was given back is none.</summary>
public sealed record InboxAttempt
{
    /// <summary>Which one, counted from 1, and anew where the delivery was requeued.</summary>
    public required int Number { get; init; }

    /// <summary>The state that the delivery was in after it: <see cref="InboxState.Suspect"/> or <see cref="InboxState.Quarantined"/> where the process died.</summary>
    public required InboxState State { get; init; }

    /// <summary>When it began; for a try that ended with the process, when that was found.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took; zero where nobody knows.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The handler that ran.</summary>
    public string? Handler { get; init; }

    /// <summary>The type of the error.</summary>
    public string? ErrorType { get; init; }

    /// <summary>What went wrong, for people.</summary>
    public string? Error { get; init; }

    /// <summary>The fingerprint of the error.</summary>
    public string? Fingerprint { get; init; }
}
