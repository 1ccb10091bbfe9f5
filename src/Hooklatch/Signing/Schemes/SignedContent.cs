using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Http;

namespace Hooklatch.Signing.Schemes;

/// <summary>
/// What a scheme signs. Generated code spells the scheme's template out as calls, in order. It is called twice, once for what stands before the
/// body and once for what stands after it, since the body itself is hashed while it arrives.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SignedContent
{
    private readonly IncrementalHash? _hash;
    private readonly PooledBufferWriter? _text;
    private readonly ReadOnlySpan<byte> _secret;
    private bool _counts;

    private SignedContent(
        in ReceivedRequest request,
        IncrementalHash? hash,
        PooledBufferWriter? text,
        ReadOnlySpan<byte> secret,
        bool counts
    )
    {
        Request = request;
        _hash = hash;
        _text = text;
        _secret = secret;
        _counts = counts;
    }

    /// <summary>The request that the text is taken from.</summary>
    public readonly ReceivedRequest Request { get; }

    /// <summary>Whether a value made the signed text ambiguous, so that it proves nothing.</summary>
    internal bool IsAmbiguous { get; private set; }

    /// <summary>Appends literal text of the template.</summary>
    public readonly void Append(ReadOnlySpan<byte> literal)
    {
        if (_counts)
        {
            Write(literal);
            Request.Trace?.AddLiteral(literal);
        }
    }

    /// <summary>Marks where the body stands.</summary>
    public void AppendBody() => _counts = !_counts;

    /// <summary>Marks where the payload stands: the body, or a field of a form in its place.</summary>
    /// <param name="field">The field.</param>
    public void AppendPayload(string field)
    {
        if (Request.IsEnvelope)
        {
            AppendField(field);
        }
        else
        {
            AppendBody();
        }
    }

    /// <summary>Appends the secret, in a plain digest.</summary>
    public readonly void AppendSecret()
    {
        if (_counts)
        {
            Write(_secret);
            Request.Trace?.AddSecret();
        }
    }

    /// <summary>Appends a value of the request as it was received.</summary>
    /// <param name="value">The value.</param>
    /// <param name="followedBy">
    /// The literal text that ends the value in the template. A value that contains it, or ends in a part of it that the literal completes
    /// early, could be split in two ways, so it is rejected.
    /// </param>
    /// <param name="precededBy">The literal text that divides the value from the body before it; rejected likewise.</param>
    public void AppendValue(scoped ReadOnlySpan<char> value, string followedBy = "", string precededBy = "")
    {
        IsAmbiguous |= Divides(followedBy, value, followedBy, first: 0, end: value.Length);
        IsAmbiguous |= Divides(precededBy, precededBy, value, first: 1, end: precededBy.Length + value.Length);
        if (!_counts)
        {
            return;
        }

        // Kestrel reads header bytes as UTF-8, so that encoding gives the bytes as they were sent.
        var maxLength = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = maxLength > MaxStackBytes ? ArrayPool<byte>.Shared.Rent(maxLength) : null;
        var bytes = rented ?? stackalloc byte[MaxStackBytes];
        var written = bytes[..Encoding.UTF8.GetBytes(value, bytes)];
        Write(written);
        Request.Trace?.AddValue(written);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private const int MaxStackBytes = 512;

    internal static SignedContent BeforeBody(in ReceivedRequest request, IncrementalHash hash, ReadOnlySpan<byte> secret) =>
        new(request, hash, null, secret, counts: true);

    internal static SignedContent BeforeBody(in ReceivedRequest request, PooledBufferWriter text, ReadOnlySpan<byte> secret = default) =>
        new(request, null, text, secret, counts: true);

    /// <param name="request">The request.</param>
    /// <param name="hash">What takes the text.</param>
    /// <param name="secret">The secret, for a digest.</param>
    /// <param name="signsBody">Whether the text holds the body, so that only what follows it counts.</param>
    internal static SignedContent AfterBody(in ReceivedRequest request, IncrementalHash hash, ReadOnlySpan<byte> secret, bool signsBody) =>
        new(request, hash, null, secret, counts: !signsBody);

    /// <inheritdoc cref="AfterBody(in ReceivedRequest, IncrementalHash, ReadOnlySpan{byte}, bool)"/>
    internal static SignedContent AfterBody(
        in ReceivedRequest request,
        PooledBufferWriter text,
        bool signsBody,
        ReadOnlySpan<byte> secret = default
    ) => new(request, null, text, secret, counts: !signsBody);

    private readonly void AppendField(string field)
    {
        if (_counts)
        {
            var bytes = Request.Form?.Bytes(field);
            Write(bytes);
            Request.Trace?.AddPayload(field, bytes);
        }
    }

    // Not once more in every scheme that appends something.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Write(ReadOnlySpan<byte> bytes)
    {
        if (_hash is not null)
        {
            _hash.AppendData(bytes);
        }
        else
        {
            _text!.Write(bytes);
        }
    }

    /// <summary>Whether a literal begins within two texts that stand one after the other, at a place from <paramref name="first"/> on.</summary>
    private static bool Divides(ReadOnlySpan<char> literal, ReadOnlySpan<char> head, ReadOnlySpan<char> tail, int first, int end)
    {
        if (literal.IsEmpty)
        {
            return false;
        }

        var last = Math.Min(end, head.Length + tail.Length - literal.Length + 1);
        for (var start = first; start < last; start++)
        {
            var matched = 0;
            while (matched < literal.Length && At(head, tail, start + matched) == literal[matched])
            {
                matched++;
            }

            if (matched == literal.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static char At(ReadOnlySpan<char> head, ReadOnlySpan<char> tail, int index) =>
        index < head.Length ? head[index] : tail[index - head.Length];
}
