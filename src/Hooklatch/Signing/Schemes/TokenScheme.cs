using System.ComponentModel;
using System.Text;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Schemes;

/// <summary>Where a token stands in a request, and how it is written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TokenScheme
{
    /// <summary>The header that carries the token.</summary>
    public string? Header { get; init; }

    /// <summary>What stands before the token in the header.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The query parameter that carries the token.</summary>
    public string? Query { get; init; }

    /// <summary>Whether what is sent is base64 of the token, as in Basic authentication.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>Removes what stands before the token. Only in a header is it an authentication scheme.</summary>
    internal bool TryRemovePrefix(ref ReadOnlySpan<char> received) =>
        Header is not null ? HeaderPrefix.TryRemove(ref received, Prefix) : HeaderPrefix.TryRemoveExactly(ref received, Prefix);

    /// <summary>Adds the token to a request.</summary>
    internal void Write(OutgoingRequest request, string token)
    {
        var written = IsBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(token)) : token;
        if (Header is { } header)
        {
            request.Headers[HeaderName.At(header, request.NamePlace)] = Prefix + written;
        }
        else
        {
            request.AddQuery(Query!, Prefix + written);
        }
    }
}
