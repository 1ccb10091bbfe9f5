using System.ComponentModel;
using System.Globalization;
using Hooklatch.Bodies.Forms;
using Hooklatch.Http;
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

    internal ReceivedRequest(HttpContext http, string? publicUrl = null, string?[]? bodyValues = null, FormValues? form = null)
    {
        _http = http;
        _publicUrl = publicUrl;
        _bodyValues = bodyValues ?? [];
        Form = form;
    }

    /// <summary>The HTTP method.</summary>
    public ReadOnlySpan<char> Method => Noted("method", TracedPart.Kinds.Value, _http.Request.Method);

    /// <summary>The URL as the provider calls it: the configured public URL with the raw path and query.</summary>
    public ReadOnlySpan<char> Url => Noted("URL", TracedPart.Kinds.Url, _publicUrl);

    /// <summary>The same with <c>: / ? @ ! $ ' ( ) * , ;</c> decoded, as HubSpot signs it.</summary>
    public ReadOnlySpan<char> DecodedUrl => Noted("partly decoded URL", TracedPart.Kinds.Url, PartlyDecodedUrl.Of(_publicUrl ?? ""));

    /// <summary>What was read of a form; <see langword="null"/> where the sender sends none, or the body is none.</summary>
    internal FormValues? Form { get; }

    /// <summary>Whether the body is a form that may hold the payload in one of its fields.</summary>
    internal bool IsEnvelope => MediaTypes.IsForm(_http.Request);

    /// <summary>What notes where values are read, while a refusal is explained; <see langword="null"/> while deliveries are verified.</summary>
    internal SignedTextTrace? Trace { get; init; }

    internal string? ContentType => _http.Request.ContentType;

    internal Microsoft.Extensions.Primitives.StringValues QueryValues(string name) => _http.Request.Query[name];

    internal IHeaderDictionary Headers => _http.Request.Headers;

    /// <summary>The one value of a header, which may go by several names; empty where there is none or several.</summary>
    public ReadOnlySpan<char> Header(string name) =>
        Noted(name, TracedPart.Kinds.Value, HeaderName.Find(Headers, name) is [{ } value] ? value : default);

    /// <summary>The one value of a query parameter, decoded; empty where there is none or several.</summary>
    public ReadOnlySpan<char> Query(string name)
    {
        Trace?.Read($"query parameter {name}");
        return _http.Request.Query[name] is [{ } value] ? value : default;
    }

    /// <summary>
    /// The one value of a header, which may go by several names; <see langword="null"/> where there is none, an empty one, or several.
    /// </summary>
    public string? HeaderText(string name) => HeaderName.Find(Headers, name) is [{ Length: > 0 } value] ? value : null;

    /// <summary>The one value of a query parameter; <see langword="null"/> where there is none, an empty one, or several.</summary>
    public string? QueryText(string name) => _http.Request.Query[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>The one value of a field of a form; <see langword="null"/> where there is none, an empty one, or several.</summary>
    public string? FormText(string name) => Form?.Text(name) is { Length: > 0 } value ? value : null;

    /// <summary>A value that the scheme took from the body, by its number; empty where there is none.</summary>
    public ReadOnlySpan<char> BodyValue(int index)
    {
        Trace?.Read(index.ToString(CultureInfo.InvariantCulture), TracedPart.Kinds.BodyValue);
        return index < _bodyValues.Length ? _bodyValues[index] : default;
    }

    internal ReceivedRequest With(string?[] bodyValues) => new(_http, _publicUrl, bodyValues, Form) { Trace = Trace };

    internal ReceivedRequest With(SignedTextTrace trace) => new(_http, _publicUrl, _bodyValues, Form) { Trace = trace };

    /// <summary>The same request with one more header, for an explanation.</summary>
    internal ReceivedRequest With(string header, string value)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = _http.Request.Method;
        http.Request.QueryString = _http.Request.QueryString;
        foreach (var (name, values) in Headers)
        {
            http.Request.Headers[name] = values;
        }

        http.Request.Headers[header] = value;
        return new(http, _publicUrl, _bodyValues, Form);
    }

    private ReadOnlySpan<char> Noted(string source, TracedPart.Kinds kind, ReadOnlySpan<char> value)
    {
        Trace?.Read(source, kind);
        return value;
    }
}
