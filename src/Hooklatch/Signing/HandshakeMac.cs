namespace Hooklatch.Signing;

/// <summary>What a provider's handshake is answered with, computed of its value and the secret.</summary>
public enum HandshakeMac
{
    /// <summary>Nothing is computed.</summary>
    None,

    /// <summary>HMAC-SHA256 in lower-case hexadecimal.</summary>
    HmacSha256Hex,

    /// <summary>HMAC-SHA256 in base64.</summary>
    HmacSha256Base64,

    /// <summary>SHA-256 in lower-case hexadecimal, over a text that holds the secret.</summary>
    Sha256Hex,
}
