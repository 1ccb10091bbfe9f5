using System.ComponentModel;
using System.Security.Cryptography;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Schemes;

/// <summary>A scheme whose signature is a hash that both sides compute with one secret.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HashScheme : SignatureScheme
{
    internal const int MaxHashLength = 64;

    private protected HashScheme() { }

    /// <summary>The length of the hash in bytes.</summary>
    internal abstract int Size { get; }

    internal sealed override SignerKeyKind KeyKind => SignerKeyKind.Secret;

    /// <summary>Decodes a signature to exactly its length.</summary>
    internal bool IsSignature(ReadOnlySpan<char> text, Span<byte> signature) =>
        Encoding switch
        {
            SignatureEncoding.Hex => SignatureText.TryDecodeHex(text, Prefix, signature),
            SignatureEncoding.Base64 => SignatureText.TryDecodeBase64(text, Prefix, signature),
            _ => SignatureText.TryDecodeBase64Url(text, Prefix, signature),
        };

    internal sealed override bool IsWellFormed(ReadOnlySpan<char> text)
    {
        Span<byte> signature = stackalloc byte[MaxHashLength];
        return IsSignature(text, signature[..Size]);
    }

    internal abstract IncrementalHash CreateHash(byte[] key);

    /// <summary>A hash of another length that a sender may have computed instead; <see langword="null"/> where there is none.</summary>
    internal abstract IncrementalHash? CreateHash(int size, byte[] key);

    /// <summary>What a hash of a length is called.</summary>
    internal abstract string NameOf(int size);

    internal sealed override SchemeKeys Prepare(string[] keys)
    {
        HashKey[] entries = [.. Select(keys).Select(entry => new HashKey(KeyText.Decode(entry.Key, KeyEncoding, KeyPrefix), entry.Index))];
        // An empty key verifies whatever anyone signs with it; one that cannot be read is none.
        return new HashKeys(this, [.. entries.Where(IsKey)])
        {
            Entries = [.. entries.Select(key => new KeyEntry(key.Index, IsKey(key)))],
            Configured = keys.Count(key => !string.IsNullOrWhiteSpace(key)),
        };
    }

    internal sealed override string KeyForm => KeyText.FormOf(KeyEncoding, KeyPrefix);

    internal sealed override SchemeKeys PrepareNone() =>
        new HashKeys(this, [new HashKey(RandomNumberGenerator.GetBytes(MaxHashLength), 0)]);

    private static bool IsKey(HashKey key) => key.Bytes.Length > 0;

    internal sealed override bool IsKey(SignerKeys keys) => KeyText.Decode(keys.GetSecret(), KeyEncoding, KeyPrefix).Length > 0;

    internal sealed override byte[] Sign(SignerKeys keys, Func<byte[], byte[]> textWith)
    {
        var key = KeyText.Decode(keys.GetSecret(), KeyEncoding, KeyPrefix);
        if (key.Length == 0)
        {
            throw new ArgumentException($"The secret is none, or not written in {KeyEncoding} as the scheme says.", nameof(keys));
        }

        using var hash = CreateHash(key);
        hash.AppendData(textWith(key));
        return hash.GetHashAndReset();
    }
}
