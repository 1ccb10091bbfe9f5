namespace Hooklatch.Signing;

/// <summary>
/// States that a <see cref="SignatureAttribute"/> class verifies a plain digest over a text that holds the secret. Weaker than an HMAC: only
/// for providers that offer nothing else. <see cref="SignatureSchemeAttribute.SignedContent"/> must hold <c>{secret}</c>.
/// </summary>
/// <param name="algorithm">The algorithm. It is fixed: nothing that a sender says selects another.</param>
public sealed class DigestSchemeAttribute(DigestAlgorithm algorithm) : SignatureSchemeAttribute
{
    /// <summary>The algorithm.</summary>
    public DigestAlgorithm Algorithm { get; } = algorithm;
}
