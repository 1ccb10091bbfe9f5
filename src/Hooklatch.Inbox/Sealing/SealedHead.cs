using System.Text;

namespace Hooklatch.Inbox.Sealing;

/// <summary>
/// What stands before the sealed details of a delivery: format, key and whether there is a payload; then a nonce and a tag for each sealed part. Body and
/// payload keep their lengths, so that stores and lists say the same of a delivery whether it is sealed or not.
/// </summary>
/// <remarks><c>01 | length of id | id | payload? | nonce, tag of the body | those of the payload, if there is one | those of the details | details</c></remarks>
internal readonly ref struct SealedHead
{
    public const int NonceLength = 12;
    public const int TagLength = 16;

    private const byte Format = 1;
    private const int ProofLength = NonceLength + TagLength;

    private SealedHead(string keyId, bool hasPayload) => (KeyId, HasPayload) = (keyId, hasPayload);

    public string KeyId { get; }

    public bool HasPayload { get; }

    /// <summary>How many bytes it has.</summary>
    public int Length => FixedLength + ((HasPayload ? 3 : 2) * ProofLength);

    /// <summary>Its bytes without nonces and tags.</summary>
    public int FixedLength => KeyId.Length + 3;

    /// <summary>Whether details are sealed. Those that are not are JSON, or there are none.</summary>
    public static bool Is(ReadOnlySpan<byte> details) => details is [Format, ..];

    public static SealedHead Of(string keyId, bool hasPayload) => new(keyId, hasPayload);

    /// <exception cref="InvalidDataException">It is none that this version reads.</exception>
    public static SealedHead Read(ReadOnlySpan<byte> details)
    {
        if (
            details is [Format, var length and > 0 and <= BodyKeys.MaxIdLength, ..]
            && details.Length > length + 2
            && details[length + 2] <= 1
        )
        {
            var head = new SealedHead(Encoding.ASCII.GetString(details.Slice(2, length)), details[length + 2] == 1);
            if (details.Length >= head.Length)
            {
                return head;
            }
        }

        throw new InvalidDataException("What was stored of the delivery is sealed in a way that this version does not read, or damaged.");
    }

    /// <summary>Writes the beginning; nonces and tags are written by whoever seals.</summary>
    public void Write(Span<byte> details)
    {
        (details[0], details[1], details[FixedLength - 1]) = (Format, (byte)KeyId.Length, HasPayload ? (byte)1 : (byte)0);
        Encoding.ASCII.GetBytes(KeyId, details[2..]);
    }

    /// <summary>The nonce and tag of a part.</summary>
    public Span<byte> ProofOf(SealedPart part, Span<byte> details) =>
        details.Slice(FixedLength + (PlaceOf(part) * ProofLength), ProofLength);

    private int PlaceOf(SealedPart part) =>
        part switch
        {
            SealedPart.Body => 0,
            SealedPart.Payload => 1,
            _ => HasPayload ? 2 : 1,
        };
}
