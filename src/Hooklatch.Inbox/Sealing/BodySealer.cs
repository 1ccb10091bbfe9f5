using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Inbox.Sealing;

/// <summary>
/// Seals body, payload and details of deliveries by AES-256-GCM, and opens them. What can be read beside them is authenticated with them, so that sealed bytes cannot be
/// given to another delivery: plugin, endpoint, event, the provider's id, the key of its order.
/// </summary>
/// <remarks>
/// When it was received, and that it is a replay, is not: a store that replays a delivery copies the bytes as they are. Each part has a random nonce of 96 bits, as
/// NIST SP 800-38D, 8.2.2 wants it, which is safe for 2^32 parts under one key.
/// </remarks>
internal static class BodySealer
{
    private const string Domain = "Hooklatch inbox";
    private const int UsualBytes = 512;

    /// <summary>Makes of a delivery the one that is stored. The bytes of the given one stay as they are.</summary>
    public static InboxItem Seal(InboxItem item, string keyId, byte[] key)
    {
        var head = SealedHead.Of(keyId, item.Payload is not null);
        var details = new byte[head.Length + item.Details.Length];
        head.Write(details);
        using var cipher = new AesGcm(key, SealedHead.TagLength);
        var bound = BoundTo(item, details.AsSpan(0, head.FixedLength));
        Seal(cipher, SealedPart.Details, item.Details.Span, details.AsSpan(head.Length), head.ProofOf(SealedPart.Details, details), bound);
        return item with
        {
            Body = Seal(cipher, SealedPart.Body, item.Body, head.ProofOf(SealedPart.Body, details), bound),
            Payload = item.Payload is { } payload
                ? Seal(cipher, SealedPart.Payload, payload, head.ProofOf(SealedPart.Payload, details), bound)
                : default(ReadOnlyMemory<byte>?),
            Details = details,
        };
    }

    /// <summary>Opens what was stored, in the memory in which it is; what was not sealed stays as it is.</summary>
    /// <exception cref="InvalidDataException">Its key is not configured, or its bytes are not those that were sealed for this delivery.</exception>
    public static InboxItem Open(InboxItem stored, BodyKeys keys)
    {
        if (!SealedHead.Is(stored.Details.Span))
        {
            return stored;
        }

        var details = stored.Details.ToArray();
        var head = SealedHead.Read(details);
        var key =
            keys.Find(head.KeyId)
            ?? throw new InvalidDataException(
                $"The body of the delivery is sealed with the key {head.KeyId}, which is not configured: add {InboxOptions.Section}:{BodyKeys.All}:{head.KeyId} again, then requeue the delivery."
            );
        if (head.HasPayload != stored.Payload is not null)
        {
            throw Changed(null);
        }

        using var cipher = new AesGcm(key, SealedHead.TagLength);
        var bound = BoundTo(stored, details.AsSpan(0, head.FixedLength));
        try
        {
            return stored with
            {
                Body = Open(cipher, SealedPart.Body, stored.Body, head.ProofOf(SealedPart.Body, details), bound),
                Payload = stored.Payload is { } payload
                    ? Open(cipher, SealedPart.Payload, payload, head.ProofOf(SealedPart.Payload, details), bound)
                    : default(ReadOnlyMemory<byte>?),
                Details = Open(cipher, SealedPart.Details, details.AsMemory(head.Length), head.ProofOf(SealedPart.Details, details), bound),
            };
        }
        catch (AuthenticationTagMismatchException error)
        {
            throw Changed(error);
        }
    }

    private static InvalidDataException Changed(Exception? cause) =>
        new("What is stored of the delivery is not what was sealed for it: it is damaged, was changed, or is another delivery's.", cause);

    private static byte[] Seal(AesGcm cipher, SealedPart part, ReadOnlyMemory<byte> plain, Span<byte> proof, byte[] bound)
    {
        var result = GC.AllocateUninitializedArray<byte>(plain.Length);
        Seal(cipher, part, plain.Span, result, proof, bound);
        return result;
    }

    private static void Seal(AesGcm cipher, SealedPart part, ReadOnlySpan<byte> plain, Span<byte> into, Span<byte> proof, byte[] bound)
    {
        var nonce = proof[..SealedHead.NonceLength];
        RandomNumberGenerator.Fill(nonce);
        bound[0] = (byte)part;
        cipher.Encrypt(nonce, plain, into, proof[SealedHead.NonceLength..], bound);
    }

    private static ReadOnlyMemory<byte> Open(
        AesGcm cipher,
        SealedPart part,
        ReadOnlyMemory<byte> stored,
        ReadOnlySpan<byte> proof,
        byte[] bound
    )
    {
        // A large body is not in memory twice.
        var bytes = MemoryMarshal.TryGetArray(stored, out var own) ? own.AsMemory() : stored.ToArray();
        bound[0] = (byte)part;
        cipher.Decrypt(proof[..SealedHead.NonceLength], bytes.Span, proof[SealedHead.NonceLength..], bytes.Span, bound);
        return bytes;
    }

    /// <summary>What is authenticated with each part: room for its number, the beginning of the head, and what the store shows of the delivery.</summary>
    private static byte[] BoundTo(InboxItem item, ReadOnlySpan<byte> head)
    {
        var bound = new List<byte>(UsualBytes) { 0 };
        Add(bound, Encoding.ASCII.GetBytes(Domain));
        Add(bound, head);
        foreach (var text in new[] { item.Plugin, item.Endpoint, item.Event, item.EventAction, item.DeliveryId, item.OrderKey })
        {
            // What is absent is told from what is empty.
            bound.Add(text is null ? (byte)0 : (byte)1);
            Add(bound, Encoding.UTF8.GetBytes(text ?? ""));
        }

        return [.. bound];
    }

    /// <summary>With its length before it, so that no two lists of values are the same bytes.</summary>
    private static void Add(List<byte> bound, ReadOnlySpan<byte> value)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, value.Length);
        bound.AddRange(length);
        bound.AddRange(value);
    }
}
