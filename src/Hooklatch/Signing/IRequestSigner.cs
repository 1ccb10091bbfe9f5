using Hooklatch.Signing.Refusals;

namespace Hooklatch.Signing;

/// <summary>Signs requests as a provider does, so that the endpoints with its attribute take them.</summary>
public interface IRequestSigner
{
    /// <summary>What it signs with.</summary>
    SignerKeyKind KeyKind { get; }

    /// <summary>What it needs besides, by the names of the attribute's properties that lead to the same settings: <c>AesKey</c>.</summary>
    IReadOnlyList<string> Settings { get; }

    /// <summary>Signs a request: adds headers and query parameters, or changes its body.</summary>
    /// <param name="request">The request.</param>
    /// <param name="keys">What to sign with.</param>
    /// <exception cref="ArgumentException">The request lacks something that is signed, or a key is missing or of another kind.</exception>
    void Sign(OutgoingRequest request, SignerKeys keys);

    /// <summary>Explains why a recorded request would be refused, without a host.</summary>
    /// <param name="request">The request as it was received. Where the URL is signed, it must be absolute.</param>
    /// <param name="secrets">The secrets or public keys as they are configured, in their order.</param>
    /// <param name="now">When it was received.</param>
    /// <returns>
    /// The explanation for the scheme that the request comes closest to; <see langword="null"/> for a token, and where the class verifies in code.
    /// </returns>
    RefusalExplanation? Explain(OutgoingRequest request, IReadOnlyList<string> secrets, DateTimeOffset now) => null;
}
