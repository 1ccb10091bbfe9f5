namespace Hooklatch.Signing;

/// <summary>How the bytes of a signature are written.</summary>
public enum SignatureEncoding
{
    /// <summary>Hexadecimal of the exact length, in either case (RFC 4648 section 8).</summary>
    Hex,

    /// <summary>Base64 with padding, strict (RFC 4648 section 4).</summary>
    Base64,

    /// <summary>Base64 in the alphabet for URLs, with or without padding, otherwise strict (RFC 4648 section 5).</summary>
    Base64Url,
}
