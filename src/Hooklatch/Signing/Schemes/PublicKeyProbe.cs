using System.Buffers;
using System.Security.Cryptography;
using Hooklatch.Http;

namespace Hooklatch.Signing.Schemes;

/// <summary>Tries signatures of private keys over other texts.</summary>
internal sealed class PublicKeyProbe<TKey>(PublicKeyScheme<TKey> scheme, HashKey[] keys) : SignatureProbe
    where TKey : class, IVerificationKey<TKey>
{
    private readonly TKey[] _keys = [.. keys.Select(key => TKey.Import(key.Bytes)!)];

    public override int KeyCount => keys.Length;

    public override IReadOnlyList<string> ReadingsOf(int key) => [];

    /// <summary>Signatures of one algorithm have several lengths.</summary>
    public override bool CanCheck(int length) => length is >= 32 and <= 1024;

    public override string? AlgorithmOf(int length) => null;

    public override bool Fits(
        IReadOnlyList<TracedPart> text,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> signature,
        int key,
        int reading = -1
    )
    {
        using var signed = new PooledBufferWriter();
        foreach (var part in text)
        {
            signed.Write(part.Kind is TracedPart.Kinds.Body ? body : part.Bytes);
        }

        if (TKey.Hash is not { } name)
        {
            return _keys[key].Verify(signed.WrittenMemory.Span, signature);
        }

        var digest = CryptographicOperations.HashData(name, signed.WrittenMemory.Span);
        return _keys[key].Verify(scheme.IsHashedTwice ? CryptographicOperations.HashData(name, digest) : digest, signature);
    }

    public override void Dispose()
    {
        foreach (var key in _keys)
        {
            key.Dispose();
        }
    }
}
