using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Hooklatch.Signing;

/// <summary>A request that is being signed, as a provider would send it.</summary>
public sealed class OutgoingRequest
{
    /// <summary>The method. Default: POST.</summary>
    public string Method { get; set; } = "POST";

    /// <summary>The URL; absolute where a scheme signs it. Default: <c>/</c>.</summary>
    public Uri Url { get; set; } = new("/", UriKind.Relative);

    /// <summary>The headers, but for those that describe the body.</summary>
    public IHeaderDictionary Headers { get; } = new HeaderDictionary();

    /// <summary>The media type of the body.</summary>
    public string? ContentType { get; set; }

    /// <summary>The body.</summary>
#pragma warning disable CA1819 // A signer replaces or reads it whole.
    public byte[] Body { get; set; } = [];
#pragma warning restore CA1819

    /// <summary>The time of signing.</summary>
    public DateTimeOffset SignedAt { get; set; }

    /// <summary>What the provider calls the event, where a header or the query says so.</summary>
    public string? Event { get; set; }

    /// <summary>What the provider calls the delivery, where a header says so. Default: a new id.</summary>
    public string? DeliveryId { get; set; }

    /// <summary>Which of several schemes signs, counted from 0. Default: the first for the kind of key that is given.</summary>
    public int? Scheme { get; set; }

    /// <summary>
    /// Under which of their names headers are written that go by several, counted from 0: that of a header which the request has already, else the
    /// first.
    /// </summary>
    internal int NamePlace { get; set; }

    /// <summary>The one value of a query parameter, decoded; <see langword="null"/> where there is none, or several.</summary>
    public string? Query(string name)
    {
        var query = Url.OriginalString.Split('?', 2).ElementAtOrDefault(1);
        return QueryHelpers.ParseQuery(query).TryGetValue(name, out var values) && values is [{ } value] ? value : null;
    }

    /// <summary>Adds a query parameter.</summary>
    public void AddQuery(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var separator = Url.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        Url = new Uri($"{Url.OriginalString}{separator}{name}={Uri.EscapeDataString(value)}", UriKind.RelativeOrAbsolute);
    }

    /// <summary>Puts a text into the JSON body.</summary>
    internal void Write(string path, string value) => Change(document => JsonPaths.Set(document, path, value));

    /// <summary>Puts a text or a number into the JSON body where nothing stands yet.</summary>
    internal void WriteMissing(string path, string value, bool isNumber)
    {
        if (JsonPaths.Find(Parse(), path) is null)
        {
            Change(document =>
                JsonPaths.Set(document, path, isNumber ? JsonValue.Create(long.Parse(value, CultureInfo.InvariantCulture)) : value)
            );
        }
    }

    /// <summary>The request as an endpoint would see it, less its body.</summary>
    internal HttpContext ToHttpContext()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = Method;
        http.Request.ContentType = ContentType;
        var query = Url.OriginalString.IndexOf('?', StringComparison.Ordinal);
        http.Request.QueryString = new QueryString(query < 0 ? "" : Url.OriginalString[query..]);
        foreach (var (name, values) in Headers)
        {
            http.Request.Headers[name] = values;
        }

        return http;
    }

    private void Change(Action<JsonNode> change)
    {
        var document = Parse();
        change(document);
        Body = Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private JsonNode Parse()
    {
        try
        {
            return JsonNode.Parse(Body) as JsonObject
                ?? throw new ArgumentException("The body is no JSON object, of which the signature is a part.");
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new ArgumentException("The body is no JSON, of which the signature is a part.", error);
        }
    }
}
