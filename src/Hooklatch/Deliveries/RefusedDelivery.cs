using System.Net;
using Hooklatch.Signing.Refusals;

namespace Hooklatch.Deliveries;

/// <summary>One delivery that this host refused. Nothing of its body and none of its credentials is kept.</summary>
public sealed record RefusedDelivery
{
    /// <summary>Its number in this process. Later ones are larger.</summary>
    public required long Id { get; init; }

    /// <summary>When the request reached the host.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Why, in a word as in the metrics: <c>invalid_signature</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>The same for people, as in the log; no value of the request is part of it.</summary>
    public string? Detail { get; init; }

    /// <summary>The status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>The length of the body in bytes, as its sender declared it where it was not kept; <see langword="null"/> where nobody knows.</summary>
    public long? Size { get; init; }

    /// <summary>Who was connected: the host's proxy where it has one, unless <c>UseForwardedHeaders()</c> says otherwise.</summary>
    public IPAddress? Peer { get; init; }

    /// <summary>Why its sender could not be verified, where <see cref="HooklatchOptions.ExplainRefusals"/> was on and it was this one's turn.</summary>
    public RefusalExplanation? Explanation { get; init; }
}
