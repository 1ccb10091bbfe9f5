namespace Hooklatch.Signing;

/// <summary>The hash function of an HMAC (RFC 2104, FIPS 198-1).</summary>
public enum HmacAlgorithm
{
    /// <summary>HMAC-SHA-1, 20 bytes. Only for providers that offer nothing else.</summary>
    Sha1,

    /// <summary>HMAC-SHA-256, 32 bytes.</summary>
    Sha256,

    /// <summary>HMAC-SHA-384, 48 bytes.</summary>
    Sha384,

    /// <summary>HMAC-SHA-512, 64 bytes.</summary>
    Sha512,
}
