namespace Hooklatch.Verification;

/// <summary>States that a <see cref="SignatureAttribute"/> class verifies an HMAC that one header carries.</summary>
/// <param name="algorithm">The algorithm. It is fixed: nothing that a sender says selects another.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HmacSchemeAttribute(HmacAlgorithm algorithm) : Attribute
{
    /// <summary>The algorithm.</summary>
    public HmacAlgorithm Algorithm { get; } = algorithm;

    /// <summary>The header that carries the signature. Exactly one is accepted.</summary>
    public required string Header { get; set; }

    /// <summary>What stands before the signature in the header, such as <c>"sha256="</c>. Compared exactly. Default: nothing.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>How the signature is written. Default: <see cref="SignatureEncoding.Hex"/>.</summary>
    public SignatureEncoding Encoding { get; set; }

    /// <summary>
    /// What is signed: literal text with <c>{body}</c> (exactly once), <c>{timestamp}</c> (as received, see
    /// <see cref="TimestampFromAttribute"/>) and <c>{header:NAME}</c>. Default: <c>{body}</c>.
    /// </summary>
    public string SignedContent { get; set; } = "{body}";
}
