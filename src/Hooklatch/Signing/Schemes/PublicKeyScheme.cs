using System.ComponentModel;
using System.Security.Cryptography;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Schemes;

/// <summary>A scheme whose signature only the holder of a private key can make.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PublicKeyScheme<TKey> : SignatureScheme
    where TKey : class, IVerificationKey<TKey>
{
    internal override string Description => $"{TKey.Algorithm} in {PlaceOfSignature}";

    internal sealed override SignerKeyKind KeyKind => SignerKeyKind.PrivateKey;

    /// <summary>Whether the digest is hashed once more before it is signed.</summary>
    protected virtual bool HashedTwice => false;

    internal bool IsHashedTwice => HashedTwice;

    /// <summary>Decodes a signature.</summary>
    /// <returns>The signature, or <see langword="null"/> where the text is none.</returns>
    internal byte[]? SignatureIn(ReadOnlySpan<char> text) => SignatureText.Decode(text, Prefix, Encoding);

    internal sealed override bool IsWellFormed(ReadOnlySpan<char> text) => SignatureIn(text) is not null;

    internal sealed override SchemeKeys Prepare(string[] keys)
    {
        HashKey[] entries =
        [
            .. Select(KeyText.JoinPem(keys))
                .Select(entry => new HashKey(KeyText.DecodePublic(entry.Key, KeyEncoding, KeyPrefix), entry.Index)),
        ];
        var areKeys = Array.ConvertAll(entries, IsKey);
        return new PublicKeys<TKey>(this, [.. entries.Where((_, i) => areKeys[i])])
        {
            Entries = [.. entries.Select((key, i) => new KeyEntry(key.Index, areKeys[i]))],
            Configured = KeyText.JoinPem(keys).Count(key => !string.IsNullOrWhiteSpace(key)),
        };
    }

    internal sealed override string KeyForm => $"a public key for {TKey.Algorithm}, as PEM or {KeyText.FormOf(KeyEncoding, KeyPrefix)}";

    internal sealed override SchemeKeys PrepareNone() => new PublicKeys<TKey>(this, []);

    internal sealed override byte[] Sign(SignerKeys keys, Func<byte[], byte[]> textWith)
    {
        var text = textWith([]);
        text = HashedTwice ? SHA256.HashData(text) : text;
        return !keys.HoldsText
            ? keys.SignText(text, TKey.Hash ?? HashAlgorithmName.SHA256)
            : TKey.Sign(KeyText.DecodePublic(keys.GetSecret(), KeyEncoding, KeyPrefix), text)
                ?? throw new ArgumentException($"What is given is no private key for {TKey.Algorithm}.", nameof(keys));
    }

    private static bool IsKey(HashKey key)
    {
        using var imported = TKey.Import(key.Bytes);
        return imported is not null;
    }
}
