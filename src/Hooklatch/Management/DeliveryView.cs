namespace Hooklatch.Management;

/// <summary>Everything that is known of one delivery or job, without its body.</summary>
internal sealed record DeliveryView
{
    /// <summary>What a list says of it.</summary>
    public required DeliveryRow Row { get; init; }

    /// <summary>Whether it was handled while its sender waited.</summary>
    public bool IsInline { get; init; }

    /// <summary>The method of the request.</summary>
    public string? Method { get; init; }

    /// <summary>Its content type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The headers that were kept.</summary>
    public IReadOnlyList<NamedValues> Headers { get; init; } = [];

    /// <summary>The query that was kept.</summary>
    public IReadOnlyList<NamedValues> Query { get; init; } = [];

    /// <summary>The values of the route.</summary>
    public IReadOnlyList<NamedValues> Route { get; init; } = [];

    /// <summary>The key that orders it; of a person who may not see bodies it is hidden.</summary>
    public string? OrderKey { get; init; }

    /// <summary>The trace in which it was received.</summary>
    public string? TraceId { get; init; }

    /// <summary>What had verified it.</summary>
    public VerificationView? Verification { get; init; }

    /// <summary>Its tries that ended, oldest first.</summary>
    public IReadOnlyList<AttemptView> Attempts { get; init; } = [];

    /// <summary>What the job has reported last.</summary>
    public JobReportView? Report { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>What can be done with it now: <c>replay</c>, <c>requeue</c>, <c>dismiss</c>, <c>cancel</c>, <c>erase</c>.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>Why a part of it cannot be read: damage, or a key that is not configured.</summary>
    public string? Problem { get; init; }
}
