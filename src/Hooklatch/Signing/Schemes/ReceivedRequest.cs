using System.ComponentModel;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Signing.Schemes;

/// <summary>What a signature can cover of a request, exactly as it was received. Generated code reads it by name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ReceivedRequest
{
    private readonly HttpContext _http;
    private readonly string? _publicUrl;
    private readonly string?[] _bodyValues;

    internal ReceivedRequest(HttpContext http, string? publicUrl = null, string?[]? bodyValues = null)
    {
        _http = http;
        _publicUrl = publicUrl;
        _bodyValues = bodyValues ?? [];
    }

    /// <summary>The HTTP method.</summary>
    public ReadOnlySpan<char> Method => _http.Request.Method;

    /// <summary>The URL as the provider calls it: the configured public URL with the raw path and query.</summary>
    public ReadOnlySpan<char> Url => _publicUrl;

    /// <summary>The same with <c>: / ? @ ! $ ' ( ) * , ;</c> decoded, as HubSpot signs it.</summary>
    public ReadOnlySpan<char> DecodedUrl => PartlyDecodedUrl.Of(_publicUrl ?? "");

    internal IHeaderDictionary Headers => _http.Request.Headers;

    /// <summary>The one value of a header, which may go by several names; empty where there is none or several.</summary>
    public ReadOnlySpan<char> Header(string name) => HeaderName.Find(Headers, name) is [{ } value] ? value : default;

    /// <summary>The one value of a query parameter, decoded; empty where there is none or several.</summary>
    public ReadOnlySpan<char> Query(string name) => _http.Request.Query[name] is [{ } value] ? value : default;

    /// <summary>
    /// The one value of a header, which may go by several names; <see langword="null"/> where there is none, an empty one, or several.
    /// </summary>
    public string? HeaderText(string name) => HeaderName.Find(Headers, name) is [{ Length: > 0 } value] ? value : null;

    /// <summary>The one value of a query parameter; <see langword="null"/> where there is none, an empty one, or several.</summary>
    public string? QueryText(string name) => _http.Request.Query[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>A value that the scheme took from the body, by its number; empty where there is none.</summary>
    public ReadOnlySpan<char> BodyValue(int index) => index < _bodyValues.Length ? _bodyValues[index] : default;

    internal ReceivedRequest With(string?[] bodyValues) => new(_http, _publicUrl, bodyValues);
}
