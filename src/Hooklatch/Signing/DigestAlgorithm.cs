namespace Hooklatch.Signing;

/// <summary>The hash function of a plain digest (FIPS 180-4).</summary>
public enum DigestAlgorithm
{
    /// <summary>SHA-1, 20 bytes. Only for providers that offer nothing else.</summary>
    Sha1,

    /// <summary>SHA-256, 32 bytes.</summary>
    Sha256,
}
