namespace Hooklatch.Signing;

/// <summary>States that a <see cref="SignatureAttribute"/> class verifies an HMAC (RFC 2104).</summary>
/// <param name="algorithm">The algorithm. It is fixed: nothing that a sender says selects another.</param>
public sealed class HmacSchemeAttribute(HmacAlgorithm algorithm) : SignatureSchemeAttribute
{
    /// <summary>The algorithm.</summary>
    public HmacAlgorithm Algorithm { get; } = algorithm;
}
