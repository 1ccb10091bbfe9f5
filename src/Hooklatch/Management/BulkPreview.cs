namespace Hooklatch.Management;

/// <summary>What an action would do.</summary>
internal sealed record BulkPreview
{
    /// <summary>How many deliveries it would act on.</summary>
    public long Count { get; init; }

    /// <summary>Whether there are more than were counted.</summary>
    public bool IsMore { get; init; }

    /// <summary>Some of them.</summary>
    public IReadOnlyList<DeliveryRow> Examples { get; init; } = [];
}
