using System.Buffers.Binary;
using System.Security.Cryptography;
using Hooklatch.Bodies;

namespace Hooklatch.Signing.Schemes;

/// <summary>Checks a signature that is a hash, with one running hash per secret.</summary>
internal sealed class HashCheck(HashScheme scheme, HashKeys owner, HashKey[] keys) : SchemeCheck(owner)
{
    private readonly IncrementalHash[] _hashes = [.. keys.Select(key => scheme.CreateHash(key.Bytes))];
    private bool _isAmbiguous;
    private bool _isRunning;
    private bool _coversBody;

    public override void Begin(in ReceivedRequest request)
    {
        _isAmbiguous = false;
        _isRunning = true;
        _coversBody = scheme.CoversBody(request);
        if (!_coversBody)
        {
            return;
        }

        for (var i = 0; i < _hashes.Length; i++)
        {
            Feed(SignedContent.BeforeBody(request, _hashes[i], keys[i].Bytes));
        }
    }

    public override void Append(ReadOnlySpan<byte> bytes)
    {
        if (!_coversBody)
        {
            return;
        }

        foreach (var hash in _hashes)
        {
            hash.AppendData(bytes);
        }
    }

    public override bool Matches(in ReceivedRequest request, WebhookBody body, out int key)
    {
        key = -1;
        Span<byte> computed = stackalloc byte[HashScheme.MaxHashLength];
        computed = computed[..scheme.Size];
        for (var i = 0; i < _hashes.Length; i++)
        {
            Feed(SignedContent.AfterBody(request, _hashes[i], keys[i].Bytes, _coversBody));
            _hashes[i].GetHashAndReset(computed);
            if (IsOffered(request, computed) && !_isAmbiguous && key < 0)
            {
                key = keys[i].Index;
                Fingerprint = BinaryPrimitives.ReadUInt128LittleEndian(computed);
            }
        }

        _isRunning = false;
        return key >= 0;
    }

    public override void Dispose()
    {
        foreach (var hash in _hashes)
        {
            hash.Dispose();
        }
    }

    protected override void Reset()
    {
        if (!_isRunning)
        {
            return;
        }

        Span<byte> dropped = stackalloc byte[HashScheme.MaxHashLength];
        foreach (var hash in _hashes)
        {
            // So that the next delivery starts from the key alone.
            hash.GetHashAndReset(dropped);
        }

        _isRunning = false;
    }

    /// <summary>Whether one of the signatures of the request is this one. All of them are compared, whichever it is.</summary>
    private bool IsOffered(in ReceivedRequest request, ReadOnlySpan<byte> computed)
    {
        Span<byte> received = stackalloc byte[HashScheme.MaxHashLength];
        received = received[..computed.Length];
        var isOffered = false;
        var candidates = scheme.Offered(request);
        while (candidates.MoveNext())
        {
            isOffered |= scheme.IsSignature(candidates.Current, received) && CryptographicOperations.FixedTimeEquals(computed, received);
        }

        return isOffered;
    }

    private void Feed(SignedContent content)
    {
        scheme.Feed(ref content);
        _isAmbiguous |= content.IsAmbiguous;
    }
}
