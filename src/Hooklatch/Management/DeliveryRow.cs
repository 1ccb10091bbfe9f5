using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>A delivery or a job in a list.</summary>
internal sealed record DeliveryRow
{
    /// <summary>The id in the store. As text, since a number of JavaScript is not exact above 2^53.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long Id { get; init; }

    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared; of a job its name.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Whether it is a job.</summary>
    public bool IsJob { get; init; }

    /// <summary><c>ready</c>, <c>leased</c>, <c>delayed</c>, <c>waiting</c>, <c>suspect</c>, <c>done</c>, <c>dead</c>, <c>quarantined</c> or <c>dismissed</c>.</summary>
    public required string State { get; init; }

    /// <summary>When it was received or enqueued.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The event.</summary>
    public string? Event { get; init; }

    /// <summary>What happened to its subject.</summary>
    public string? EventAction { get; init; }

    /// <summary>The provider's id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The length of the body in bytes.</summary>
    public long BodyLength { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>How often the process died meanwhile.</summary>
    public int Crashes { get; init; }

    /// <summary>When it is tried again.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the last try ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The type of the last error.</summary>
    public string? ErrorType { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>What tells the error from others.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The delivery that this one repeats.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long? ReplayOf { get; init; }
}
