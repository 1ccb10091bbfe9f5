using System.Buffers;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification;

/// <summary>
/// What a scheme signs. Generated code spells the scheme's template out as calls, in order, with the body exactly once. It is called twice,
/// once for what stands before the body and once for what stands after it, since the body itself is hashed while it arrives.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SignedContent
{
    private readonly IncrementalHash _hash;
    private readonly IHeaderDictionary _headers;
    private bool _counts;

    private SignedContent(IncrementalHash hash, IHeaderDictionary headers, bool counts)
    {
        _hash = hash;
        _headers = headers;
        _counts = counts;
    }

    /// <summary>Whether a value made the signed text ambiguous, so that it proves nothing.</summary>
    internal bool IsAmbiguous { get; private set; }

    /// <summary>Appends literal text of the template.</summary>
    public readonly void Append(ReadOnlySpan<byte> literal)
    {
        if (_counts)
        {
            _hash.AppendData(literal);
        }
    }

    /// <summary>Marks where the body stands.</summary>
    public void AppendBody() => _counts = !_counts;

    /// <summary>Appends the one value of a header as it was received.</summary>
    /// <param name="name">The header.</param>
    /// <param name="followedBy">
    /// The literal text that ends the value in the template. A value that contains it, or ends in a part of it that the literal completes
    /// early, could be split in two ways, so it is refused.
    /// </param>
    /// <param name="precededBy">The literal text that divides the value from the body before it; refused likewise.</param>
    public void AppendHeader(string name, string followedBy = "", string precededBy = "")
    {
        var value = _headers[name].ToString();
        IsAmbiguous |= precededBy.Length > 0 && (precededBy + value).IndexOf(precededBy, 1, StringComparison.Ordinal) >= 0;
        IsAmbiguous |= followedBy.Length > 0 && (value + followedBy).IndexOf(followedBy, StringComparison.Ordinal) < value.Length;
        if (!_counts)
        {
            return;
        }

        // Kestrel reads header bytes as UTF-8, so that encoding gives the bytes as they were sent.
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        _hash.AppendData(buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    internal static SignedContent BeforeBody(IncrementalHash hash, IHeaderDictionary headers) => new(hash, headers, counts: true);

    internal static SignedContent AfterBody(IncrementalHash hash, IHeaderDictionary headers) => new(hash, headers, counts: false);
}
