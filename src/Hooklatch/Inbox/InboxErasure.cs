namespace Hooklatch.Inbox;

/// <summary>What is erased: deliveries that satisfy everything that is set, whatever their state is. At least one thing is set.</summary>
public sealed record InboxErasure
{
    /// <summary>One delivery.</summary>
    public long? Id { get; init; }

    /// <summary>The provider's id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The plugin's key.</summary>
    public string? Plugin { get; init; }

    /// <summary>The endpoint as declared; together with <see cref="Plugin"/>.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Received before this time.</summary>
    public DateTimeOffset? Before { get; init; }
}
