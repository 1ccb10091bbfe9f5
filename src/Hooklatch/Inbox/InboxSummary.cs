namespace Hooklatch.Inbox;

/// <summary>What a list says of one delivery.</summary>
public sealed record InboxSummary
{
    /// <summary>The id in the store. Later ones are larger.</summary>
    public required long Id { get; init; }

    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Where it stands.</summary>
    public required InboxState State { get; init; }

    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The event as the provider names it.</summary>
    public string? Event { get; init; }

    /// <summary>What happened to the event's subject.</summary>
    public string? EventAction { get; init; }

    /// <summary>The provider's id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The length of the body in bytes.</summary>
    public long BodyLength { get; init; }

    /// <summary>How many tries were claimed and not given back, since it was accepted or requeued.</summary>
    public int Attempts { get; init; }

    /// <summary>How often the process died while it ran, since it was accepted or requeued.</summary>
    public int Crashes { get; init; }

    /// <summary>When it is tried again, for <see cref="InboxState.Delayed"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the last try ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The type of the last error, where the last try failed; <see langword="null"/> where the process died.</summary>
    public string? ErrorType { get; init; }

    /// <summary>What went wrong at the last try, where it failed.</summary>
    public string? Error { get; init; }

    /// <summary>The fingerprint of the last error.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The delivery that this one repeats.</summary>
    public long? ReplayOf { get; init; }
}
