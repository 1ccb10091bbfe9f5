using System.ComponentModel;
using System.Security.Cryptography;
using Hooklatch.Plugins;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Signing.Schemes;

/// <summary>A rule whose signature is a hash that both sides compute with one secret.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HashRule : SignatureRule
{
    internal const int LargestHash = 64;

    private protected HashRule(PluginScope plugin, string? secret)
        : base(plugin, secret) { }

    /// <summary>The length of the hash in bytes.</summary>
    internal abstract int Size { get; }

    /// <summary>Decodes a signature to exactly its length.</summary>
    protected abstract bool TryDecode(ReadOnlySpan<char> text, Span<byte> signature);

    internal bool IsSignature(ReadOnlySpan<char> text, Span<byte> signature) => TryDecode(text, signature);

    internal abstract IncrementalHash CreateHash(byte[] key);

    internal sealed override RuleKeys Prepare(string[] keys) =>
        new HashKeys(
            this,
            [
                .. Select(keys)
                    .Select(entry => new HashKey(KeyText.Decode(entry.Key, KeyEncoding, KeyPrefix), entry.Index))
                    // An empty key verifies whatever anyone signs with it; one that cannot be read is none.
                    .Where(key => key.Bytes.Length > 0),
            ]
        );

    private protected sealed override RuleKeys PrepareNone() =>
        new HashKeys(this, [new HashKey(RandomNumberGenerator.GetBytes(LargestHash), 0)]);
}
