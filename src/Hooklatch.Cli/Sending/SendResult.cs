namespace Hooklatch.Cli.Sending;

/// <summary>One request and its answer, for scripts.</summary>
internal sealed record SendResult
{
    /// <summary>The preset.</summary>
    public required string Provider { get; init; }

    /// <summary>Where it was sent to.</summary>
    public required string Url { get; init; }

    /// <summary>The event.</summary>
    public string? Event { get; init; }

    /// <summary>The id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>The status; none where there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Whether the provider would count it as delivered.</summary>
    public bool Delivered { get; init; }

    /// <summary>How long it took.</summary>
    public double Milliseconds { get; init; }

    /// <summary>The beginning of the answer.</summary>
    public string? Answer { get; init; }

    /// <summary>What is wrong.</summary>
    public string? Problem { get; init; }
}
