namespace Hooklatch.Management;

/// <summary>Which deliveries: all that satisfy everything that is set.</summary>
internal sealed record DeliveryFilter
{
    /// <summary>The plugin's key.</summary>
    public string? Plugin { get; init; }

    /// <summary>The endpoint as declared, or the name of a job; together with the plugin.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Jobs only, or deliveries only.</summary>
    public bool? Jobs { get; init; }

    /// <summary>The event.</summary>
    public string? Event { get; init; }

    /// <summary>The provider's id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The state.</summary>
    public string? State { get; init; }

    /// <summary>Received at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Received before this time.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>The type of the last error.</summary>
    public string? ErrorType { get; init; }

    /// <summary>The fingerprint of the last error.</summary>
    public string? Fingerprint { get; init; }
}
