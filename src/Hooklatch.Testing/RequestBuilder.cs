using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;

namespace Hooklatch.Testing;

/// <summary>Signs one request by one rule.</summary>
internal sealed class RequestBuilder
{
    private readonly Scheme _scheme;
    private readonly SignedRequestOptions _options;
    private readonly HttpRequestMessage _request;
    private readonly string _timestamp;
    private byte[] _body;

    public RequestBuilder(Scheme scheme, SignedRequestOptions options, byte[] body)
    {
        _scheme = scheme;
        _options = options;
        _timestamp = TimestampText(scheme.Timestamp, options.SignedAt ?? TimeProvider.System.GetUtcNow());
        _body = WithTimestamp(body);
        _request = RequestParts.Create(options, _body);
        RequestParts.AddNames(_request, options, scheme.Event, scheme.DeliveryId);
        foreach (var required in scheme.RequiredHeaders)
        {
            _request.Headers.TryAddWithoutValidation(required.Name, required.Value);
        }

        if (scheme.Rule.WhenHeader is { } when)
        {
            _request.Headers.TryAddWithoutValidation(when, scheme.Rule.WhenEquals);
        }

        if (scheme.Timestamp?.Header is { } header)
        {
            _request.Headers.TryAddWithoutValidation(header, _timestamp);
        }
    }

    private SignatureSchemeAttribute Rule => _scheme.Rule;

#pragma warning disable CA5350 // The provider chose it; the test signs as the provider does.
    public HttpRequestMessage Sign(string secret)
    {
        var key = KeyText.Decode(secret, Rule.KeyEncoding, Rule.KeyPrefix);
        var content = Content(key);
        return Write(
            Rule switch
            {
                HmacSchemeAttribute { Algorithm: HmacAlgorithm.Sha1 } => HMACSHA1.HashData(key, content),
                HmacSchemeAttribute { Algorithm: HmacAlgorithm.Sha256 } => HMACSHA256.HashData(key, content),
                HmacSchemeAttribute { Algorithm: HmacAlgorithm.Sha384 } => HMACSHA384.HashData(key, content),
                HmacSchemeAttribute => HMACSHA512.HashData(key, content),
                DigestSchemeAttribute { Algorithm: DigestAlgorithm.Sha1 } => SHA1.HashData(content),
                DigestSchemeAttribute => SHA256.HashData(content),
                _ => throw Missing("a private key; its scheme knows no secret"),
            }
        );
    }

#pragma warning restore CA5350

    public HttpRequestMessage Sign(Func<byte[], byte[]> sign)
    {
        var content = Content([]);
        return Write(sign(Rule is PublicKeySchemeAttribute { HashedTwice: true } ? SHA256.HashData(content) : content));
    }

    private HttpRequestMessage Write(byte[] signature)
    {
        var text =
            Rule.Prefix
            + Rule.Encoding switch
            {
                SignatureEncoding.Hex => Convert.ToHexStringLower(signature),
                SignatureEncoding.Base64 => Convert.ToBase64String(signature),
                _ => System.Buffers.Text.Base64Url.EncodeToString(signature),
            };
        if (Rule.Field is { } field)
        {
            var time = _scheme.Timestamp?.Field is { } name ? $"{name}{Rule.FieldSeparator}{_timestamp}{Rule.ItemSeparator}" : "";
            text = $"{time}{field}{Rule.FieldSeparator}{text}";
        }

        if (Rule.JsonPath is { } path)
        {
            var document = Parse(_body);
            JsonPaths.Set(document, path, text);
            var type = _request.Content!.Headers.ContentType;
            _request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(document.ToJsonString()));
            _request.Content.Headers.ContentType = type;
            return _request;
        }

        _request.Headers.TryAddWithoutValidation(Rule.IsNumbered ? Rule.Header + "1" : Rule.Header!, text);
        return _request;
    }

    /// <summary>The template of the rule, with the values of this request.</summary>
    private byte[] Content(byte[] secret)
    {
        using var content = new MemoryStream();
        var template = Rule.SignedContent;
        var position = 0;
        while (position < template.Length)
        {
            var open = template.IndexOf('{', position);
            content.Write(Encoding.UTF8.GetBytes(template[position..(open < 0 ? template.Length : open)]));
            if (open < 0)
            {
                break;
            }

            var close = template.IndexOf('}', open);
            content.Write(ValueOf(template[(open + 1)..close], secret));
            position = close + 1;
        }

        return content.ToArray();
    }

    private byte[] ValueOf(string name, byte[] secret) =>
        name switch
        {
            "body" => _body,
            "secret" => secret,
            "timestamp" => Encoding.UTF8.GetBytes(_timestamp),
            "method" => Encoding.UTF8.GetBytes(_options.Method.Method),
            "url" => Encoding.UTF8.GetBytes(Url()),
            "decodedUrl" => Encoding.UTF8.GetBytes(PartlyDecodedUrl.Of(Url())),
            "id" => Encoding.UTF8.GetBytes(
                _scheme.DeliveryId?.Header is { } header ? HeaderValue(header) : BodyValue(_scheme.DeliveryId?.JsonPath ?? "")
            ),
            _ when name.StartsWith("header:", StringComparison.Ordinal) => Encoding.UTF8.GetBytes(HeaderValue(name["header:".Length..])),
            _ when name.StartsWith("query:", StringComparison.Ordinal) => Encoding.UTF8.GetBytes(QueryValue(name["query:".Length..])),
            _ => Encoding.UTF8.GetBytes(BodyValue(name["body:".Length..])),
        };

    private string Url() =>
        _options.Url.IsAbsoluteUri ? _options.Url.OriginalString : throw Missing("an absolute Url, since it signs the URL");

    private string HeaderValue(string name) =>
        _request.Headers.TryGetValues(name, out var values)
            ? string.Join(", ", values)
            : throw Missing($"the header {name}, which it signs");

    private string QueryValue(string name)
    {
        var query = _options.Url.OriginalString.Split('?', 2).ElementAtOrDefault(1) ?? "";
        return Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query).TryGetValue(name, out var value)
            ? value.ToString()
            : throw Missing($"the query parameter {name}, which it signs");
    }

    private string BodyValue(string path) => JsonPaths.Find(Parse(_body), path) ?? throw Missing($"a value at {path} of the body");

    /// <summary>Where a scheme takes the time of signing from the body, a body without one gets it.</summary>
    private byte[] WithTimestamp(byte[] body)
    {
        if (_scheme.Timestamp?.JsonPath is not { } path)
        {
            return body;
        }

        var document = Parse(body);
        if (JsonPaths.Find(document, path) is not null)
        {
            return body;
        }

        var isNumber = _scheme.Timestamp.Unit is TimeUnit.Seconds or TimeUnit.Milliseconds;
        JsonPaths.Set(document, path, isNumber ? JsonValue.Create(long.Parse(_timestamp, CultureInfo.InvariantCulture)) : _timestamp);
        return Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    private static JsonNode Parse(byte[] body) => JsonNode.Parse(body) ?? new JsonObject();

    private static string TimestampText(TimestampFromAttribute? scheme, DateTimeOffset time) =>
        scheme?.Unit switch
        {
            TimeUnit.Milliseconds => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            TimeUnit.Iso8601 => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            _ => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };

    private ArgumentException Missing(string what) => new($"{_scheme.Signature.Name} needs {what}.");
}
