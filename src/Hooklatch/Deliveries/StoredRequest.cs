using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Deliveries;

/// <summary>
/// The parts of a request that a delivery is bound from, once they were verified and kept. No header and no query parameter of it is a signature or a
/// token: neither is needed again. What a sender writes into its body stays there.
/// </summary>
internal sealed record StoredRequest
{
    /// <summary>The body exactly as it was received.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The payload, where the body held it encrypted or in a field of a form.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }

    public required string Method { get; init; }

    public string? ContentType { get; init; }

    /// <summary>The headers that handlers of the endpoint bind.</summary>
    public IHeaderDictionary Headers { get; init; } = new HeaderDictionary();

    public IQueryCollection Query { get; init; } = QueryCollection.Empty;

    public RouteValueDictionary RouteValues { get; init; } = [];

    public string? Event { get; init; }

    public string? EventAction { get; init; }

    public string? DeliveryId { get; init; }

    public int MatchedScheme { get; init; }

    public int? SecretIndex { get; init; }

    /// <summary>What tells the secret that matched from others; <see langword="null"/> where nobody knows.</summary>
    public int? SecretMark { get; init; }

    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The span in which it was received, as W3C Trace Context writes it; <see langword="null"/> where nobody traced.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Which try this is, counted from 1.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>Whether a person has it run once more.</summary>
    public bool IsReplay { get; init; }

    /// <summary>The services of this run.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>Cancelled when the run has to end.</summary>
    public CancellationToken Stopping { get; init; }
}
