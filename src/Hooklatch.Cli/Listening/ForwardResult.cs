namespace Hooklatch.Cli.Listening;

/// <summary>A delivery that was sent on, for scripts.</summary>
internal sealed record ForwardResult
{
    /// <summary>The id at the host that it came from.</summary>
    public string? Id { get; init; }

    /// <summary>The event.</summary>
    public string? Event { get; init; }

    /// <summary>The provider's id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>Where it was sent to; none where it was only saved or printed.</summary>
    public string? Url { get; init; }

    /// <summary>The status that was answered.</summary>
    public int? Status { get; init; }

    /// <summary>The file that holds it.</summary>
    public string? File { get; init; }
}
