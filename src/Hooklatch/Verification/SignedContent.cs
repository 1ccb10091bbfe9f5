using System.Buffers;
using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification;

/// <summary>
/// What a scheme signs, fed to a hash piece by piece. Generated code spells a scheme's template out as calls on it, in order, with the body
/// exactly once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SignedContent
{
    private readonly IncrementalHash _hash;
    private readonly HttpContext _http;
    private readonly ReadOnlySpan<byte> _body;

    internal SignedContent(IncrementalHash hash, HttpContext http, ReadOnlySpan<byte> body)
    {
        _hash = hash;
        _http = http;
        _body = body;
    }

    /// <summary>Whether a value made the signed text ambiguous, so that it proves nothing.</summary>
    internal bool IsAmbiguous { get; private set; }

    /// <summary>Appends literal text of the template.</summary>
    public readonly void Append(ReadOnlySpan<byte> literal) => _hash.AppendData(literal);

    /// <summary>Appends the body as it was received.</summary>
    public readonly void AppendBody() => _hash.AppendData(_body);

    /// <summary>Appends the one value of a header as it was received.</summary>
    /// <param name="name">The header.</param>
    /// <param name="followedBy">
    /// The literal text that ends the value in the template. A value that contains it could be split in two ways, so it is refused.
    /// </param>
    public void AppendHeader(string name, string followedBy = "")
    {
        _ = SecurityHeader.Read(_http.Request.Headers, name, out var value);
        IsAmbiguous |= followedBy.Length > 0 && value.Contains(followedBy, StringComparison.Ordinal);
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(value.Length));
        // Kestrel reads header bytes as UTF-8, so that encoding gives the bytes as they were sent.
        _hash.AppendData(buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
