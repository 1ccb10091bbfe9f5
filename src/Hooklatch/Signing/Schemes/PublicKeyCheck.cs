using System.Buffers.Binary;
using System.Security.Cryptography;
using Hooklatch.Bodies;
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
    private bool _isAmbiguous;
    private bool _isRunning;
    private bool _coversBody;

    public override void Begin(in ReceivedRequest request)
    {
        _isAmbiguous = false;
        _isRunning = true;
        _coversBody = scheme.CoversBody(request);
        if (_coversBody && _hash is not null)
        {
            Feed(SignedContent.BeforeBody(request, _hash, default));
        }
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        if (_coversBody)
        {
            _hash?.AppendData(bytes);
        }
    }

    public override bool Matches(in ReceivedRequest request, WebhookBody body, out int key)
    {
        key = _hash is not null ? FindByHash(request, _hash) : FindByText(request, body);
        _isRunning = false;
        return key >= 0;
    }

    public override void Dispose()
    {
        foreach (var key in _keys)
        {
            key.Dispose();
        }

        _hash?.Dispose();
    }

    protected override void Reset()
    {
        if (_isRunning)
        {
            Span<byte> dropped = stackalloc byte[HashScheme.MaxHashLength];
            _hash?.GetHashAndReset(dropped);
            _isRunning = false;
        }
    }

    private int FindByHash(in ReceivedRequest request, IncrementalHash hash)
    {
        Feed(SignedContent.AfterBody(request, hash, default, _coversBody));
        Span<byte> digest = stackalloc byte[HashScheme.MaxHashLength];
        var signed = digest[..hash.GetHashAndReset(digest)];
        if (scheme.IsHashedTwice)
        {
            hash.AppendData(signed);
            signed = digest[..hash.GetHashAndReset(digest)];
        }

        return Find(request, signed);
    }

    /// <summary>
    /// A text that is signed as it is stands in memory only while it is checked. Gathered while the body arrives it would be a second copy, which
    /// nothing charges to the budget, for as long as a sender takes.
    /// </summary>
    private int FindByText(in ReceivedRequest request, WebhookBody body)
    {
        using var text = new PooledBufferWriter();
        _isAmbiguous |= scheme.Write(text, request, _coversBody ? body.Memory.Span : default, secret: default);
        return Find(request, text.WrittenMemory.Span);
    }

    private int Find(in ReceivedRequest request, ReadOnlySpan<byte> signed)
    {
        if (_isAmbiguous)
        {
            return -1;
        }

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
                    Span<byte> fingerprint = stackalloc byte[SHA256.HashSizeInBytes];
                    SHA256.HashData(signed, fingerprint);
                    Fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(fingerprint);
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
