namespace Hooklatch.Signing;

/// <summary>
/// The signature algorithms of RFC 7518 that a verifier can be told to take. Each use names one, so that nothing that a sender writes into
/// the header of a token chooses.
/// </summary>
public enum JwsAlgorithm
{
    /// <summary>HMAC with SHA-256; the key is a secret.</summary>
    Hs256,

    /// <summary>HMAC with SHA-384; the key is a secret.</summary>
    Hs384,

    /// <summary>HMAC with SHA-512; the key is a secret.</summary>
    Hs512,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-256, keys of at least 2,048 bits.</summary>
    Rs256,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-384, keys of at least 2,048 bits.</summary>
    Rs384,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-512, keys of at least 2,048 bits.</summary>
    Rs512,

    /// <summary>ECDSA on the curve P-256 with SHA-256.</summary>
    Es256,

    /// <summary>ECDSA on the curve P-384 with SHA-384.</summary>
    Es384,

    /// <summary>ECDSA on the curve P-521 with SHA-512.</summary>
    Es512,
}
