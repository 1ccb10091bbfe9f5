using System.Security.Cryptography;

namespace Hooklatch.Signing;

/// <summary>The public key of one signature algorithm, for <see cref="PublicKeySchemeAttribute{TKey}"/>.</summary>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IVerificationKey<TSelf> : IDisposable
    where TSelf : class, IVerificationKey<TSelf>
{
    /// <summary>The algorithm, for people: <c>Ed25519</c>.</summary>
    static abstract string Algorithm { get; }

    /// <summary>The hash that the algorithm signs; <see langword="null"/> where it signs the text itself.</summary>
    static abstract HashAlgorithmName? Hash { get; }

    /// <summary>Reads a key: a SubjectPublicKeyInfo (RFC 5280) in DER, or the algorithm's own bytes.</summary>
    /// <returns>The key, or <see langword="null"/> where the bytes are none of this algorithm.</returns>
    static abstract TSelf? Import(ReadOnlySpan<byte> key);

    /// <summary>Signs a text, for tests and tools.</summary>
    /// <param name="privateKey">The private key: PKCS #8 in DER, or the algorithm's own bytes.</param>
    /// <param name="text">The text, which is hashed first where the algorithm does.</param>
    /// <returns>The signature; <see langword="null"/> where the bytes are no private key of this algorithm, or nobody wrote how it signs.</returns>
    static virtual byte[]? Sign(ReadOnlySpan<byte> privateKey, ReadOnlySpan<byte> text) => null;

    /// <summary>Whether the signature is one over the hash, or over the text where there is no hash. It never throws.</summary>
    bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature);
}
