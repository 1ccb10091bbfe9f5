namespace Hooklatch.Verification;

/// <summary>How the bytes of a signature are written in a header.</summary>
public enum SignatureEncoding
{
    /// <summary>Hexadecimal of the exact length, in either case (RFC 4648 section 8).</summary>
    Hex,

    /// <summary>Base64 with padding, strict (RFC 4648 section 4).</summary>
    Base64,
}
