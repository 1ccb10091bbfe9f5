namespace Hooklatch.Sqlite.Writing;

/// <summary>What the writer needs to know of a delivery that was received.</summary>
internal sealed record DeliveryRow(
    long Id,
    EndpointWork Endpoint,
    long ReceivedAt,
    long Size,
    string? OrderKey,
    string? DeliveryId,
    byte[]? Identity,
    bool IsRecorded
);
