using System.ComponentModel;
using Hooklatch.Plugins;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Signing.Schemes;

/// <summary>A rule whose signature only the holder of a private key can make.</summary>
/// <param name="plugin">The plugin whose configuration holds the public key.</param>
/// <param name="publicKey">The path of the key; <see langword="null"/> where the tenant of a request has its own.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PublicKeyRule<TKey>(PluginScope plugin, string? publicKey) : SignatureRule(plugin, publicKey)
    where TKey : class, IVerificationKey<TKey>
{
    internal override string Description => $"{TKey.Algorithm} in {(SignatureHeader.Length > 0 ? SignatureHeader : "the body")}";

    /// <summary>Whether the digest is hashed once more before it is signed.</summary>
    protected virtual bool HashedTwice => false;

    /// <summary>Decodes a signature.</summary>
    /// <returns>The signature, or <see langword="null"/> where the text is none.</returns>
    protected abstract byte[]? Decode(ReadOnlySpan<char> text);

    internal bool IsHashedTwice => HashedTwice;

    internal byte[]? SignatureIn(ReadOnlySpan<char> text) => Decode(text);

    internal sealed override RuleKeys Prepare(string[] keys) =>
        new PublicKeys<TKey>(
            this,
            [
                .. Select(KeyText.JoinPem(keys))
                    .Select(entry => new HashKey(KeyText.DecodePublic(entry.Key, KeyEncoding, KeyPrefix), entry.Index))
                    .Where(IsKey),
            ]
        );

    private protected sealed override RuleKeys PrepareNone() => new PublicKeys<TKey>(this, []);

    private static bool IsKey(HashKey key)
    {
        using var imported = TKey.Import(key.Bytes);
        return imported is not null;
    }
}
