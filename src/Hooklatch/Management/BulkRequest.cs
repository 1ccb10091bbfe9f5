namespace Hooklatch.Management;

/// <summary>An action on all deliveries that a filter finds.</summary>
internal sealed record BulkRequest
{
    /// <summary><c>replay</c>, <c>requeue</c>, <c>dismiss</c> or <c>erase</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Which deliveries.</summary>
    public required DeliveryFilter Filter { get; init; }

    /// <summary>How many at most in a second. Default: 50.</summary>
    public int PerSecond { get; init; }

    /// <summary>How many the preview had counted; where it is now more than that, nothing is done.</summary>
    public long? Expected { get; init; }
}
