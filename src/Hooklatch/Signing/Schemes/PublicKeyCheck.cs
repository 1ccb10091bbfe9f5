using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Hooklatch.Http;

namespace Hooklatch.Signing.Schemes;

/// <summary>
/// Checks a signature of a private key, over the hash of the text or over the text itself. Each check has key objects of its own, since the
/// framework does not promise that one may be used by two requests at a time.
/// </summary>
internal sealed class PublicKeyCheck<TKey>(PublicKeyScheme<TKey> scheme, PublicKeys<TKey> owner, HashKey[] keys) : SchemeCheck(owner)
    where TKey : class, IVerificationKey<TKey>
{
    private readonly TKey[] _keys = [.. keys.Select(key => TKey.Import(key.Bytes)!)];
    private readonly IncrementalHash? _hash = TKey.Hash is { } name ? IncrementalHash.CreateHash(name) : null;
    private readonly PooledBufferWriter _text = new();
    private bool _isAmbiguous;
    private bool _isRunning;

    public override void Begin(in ReceivedRequest request)
    {
        _isAmbiguous = false;
        _isRunning = true;
        if (scheme.CoversBody)
        {
            Feed(_hash is not null ? SignedContent.BeforeBody(request, _hash, default) : SignedContent.BeforeBody(request, _text));
        }
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        if (!scheme.CoversBody)
        {
            return;
        }

        if (_hash is not null)
        {
            _hash.AppendData(bytes);
        }
        else
        {
            _text.Write(bytes);
        }
    }

    public override bool Matches(in ReceivedRequest request, out int key)
    {
        Feed(
            _hash is not null
                ? SignedContent.AfterBody(request, _hash, default, scheme.CoversBody)
                : SignedContent.AfterBody(request, _text, scheme.CoversBody)
        );
        Span<byte> digest = stackalloc byte[HashScheme.MaxHashLength];
        var signed = _hash is null ? _text.WrittenMemory.Span : digest[.._hash.GetHashAndReset(digest)];
        if (_hash is not null && scheme.IsHashedTwice)
        {
            _hash.AppendData(signed);
            signed = digest[.._hash.GetHashAndReset(digest)];
        }

        key = _isAmbiguous ? -1 : Find(request, signed);
        if (key >= 0)
        {
            Span<byte> fingerprint = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(signed, fingerprint);
            Fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(fingerprint);
        }

        Reset();
        return key >= 0;
    }

    public override void Dispose()
    {
        foreach (var key in _keys)
        {
            key.Dispose();
        }

        _hash?.Dispose();
        _text.Dispose();
    }

    protected override void Reset()
    {
        if (_isRunning)
        {
            Span<byte> dropped = stackalloc byte[HashScheme.MaxHashLength];
            _hash?.GetHashAndReset(dropped);
            // A large text is not kept for the next request, which may be small.
            _text.Dispose();
            _isRunning = false;
        }
    }

    private int Find(in ReceivedRequest request, ReadOnlySpan<byte> signed)
    {
        var candidates = scheme.Offered(request);
        while (candidates.MoveNext())
        {
            if (scheme.SignatureIn(candidates.Current) is not { } signature)
            {
                continue;
            }

            for (var i = 0; i < _keys.Length; i++)
            {
                if (_keys[i].Verify(signed, signature))
                {
                    return keys[i].Index;
                }
            }
        }

        return -1;
    }

    private void Feed(SignedContent content)
    {
        scheme.Feed(ref content);
        _isAmbiguous |= content.IsAmbiguous;
    }
}
