using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Handshakes;

/// <summary>Answers one handshake, within what can do no harm.</summary>
internal sealed class HandshakeResponder(PluginScope plugin, string endpoint, Handshake handshake, SecretInstaller installer, string allow)
{
    private const int MaxEchoLength = 1024;

    /// <summary>The longest value that is answered with a MAC.</summary>
    public const int MaxMacValueLength = 128;
    private const int MaxUrlLength = 2048;

    private const string MacAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-";
    private static readonly SearchValues<char> MacCharacters = SearchValues.Create(MacAlphabet);
    private static readonly SearchValues<byte> MacBytes = SearchValues.Create(Encoding.ASCII.GetBytes(MacAlphabet));

    private readonly LiveSecrets<string[]> _secrets = Live(plugin, handshake.SecretPath);
    private readonly LiveSecrets<string[]> _tokens = Live(plugin, handshake.TokenPath);
    private readonly SignedUrl _url = new(plugin, endpoint);

    public Handshake Handshake => handshake;

    /// <summary>Whether the request asks this handshake.</summary>
    public bool Applies(HttpContext http, string?[] values) =>
        http.Request.Method == handshake.Method
        && (handshake.WhenHeader is not { } header || Holds(http.Request.Headers[header], handshake.WhenHeaderEquals))
        && (handshake.WhenQuery is not { } query || Holds(http.Request.Query[query], handshake.WhenQueryEquals))
        && (handshake.WhenValue < 0 || HasValue(values.ElementAtOrDefault(handshake.WhenValue), handshake.WhenJsonEquals))
        && (handshake.WhenFormValue < 0 || HasValue(values.ElementAtOrDefault(handshake.WhenFormValue), handshake.WhenFormEquals))
        && (!EchoesSomething || ValueOf(http, values).Count > 0);

    public async ValueTask<WebhookResult> AnswerAsync(Delivery context, HttpContext http, string?[] values)
    {
        if (CheckToken(context, http) is { } rejected)
        {
            return rejected;
        }

        if (!EchoesSomething)
        {
            return WebhookResult.Handshake(handshake.Status, handshake.ContentType, Encoding.UTF8.GetBytes(handshake.Body ?? ""));
        }

        if (
            ValueOf(http, values) is not [{ Length: > 0 } value]
            || !IsHarmless(value)
            || (handshake.InstallsSecret && string.IsNullOrWhiteSpace(value))
        )
        {
            return Rejection.InvalidHandshake;
        }

        var mac = "";
        if (handshake.Mac is not HandshakeMac.None)
        {
            if (_secrets.Current is not [var first, ..] secrets)
            {
                return Rejection.SecretNotConfigured;
            }

            if (handshake.MacOver.Contains("{url}", StringComparison.Ordinal) && _url.Of(http).Length == 0)
            {
                return _url.IsConfigured ? Rejection.InvalidHandshake : Rejection.PublicUrlNotConfigured;
            }

            mac = Compute(context.SecretIndex is { } matched && matched < secrets.Length ? secrets[matched] : first, value, http);
        }

        var unstored = handshake.InstallsSecret
            ? await installer.InstallAsync(plugin, handshake.SecretPath, value, context.ReceivedAt, http.RequestAborted)
            : null;
        return unstored is null ? Write(http, value, mac) : unstored;
    }

    private bool EchoesSomething => handshake.EchoHeader is not null || handshake.EchoQuery is not null || handshake.EchoValue >= 0;

    private StringValues ValueOf(HttpContext http, string?[] values) =>
        handshake.EchoHeader is { } header ? http.Request.Headers[header]
        : handshake.EchoQuery is { } query ? http.Request.Query[query]
        : values.ElementAtOrDefault(handshake.EchoValue) is { } value ? value
        : StringValues.Empty;

    private bool Holds(StringValues found, string? own) => found is [var value] && HasValue(value, own);

    private bool HasValue(string? value, string? own) =>
        value is not null && ((own ?? handshake.WhenEquals) is not { } expected || value == expected);

    private Rejection? CheckToken(Delivery context, HttpContext http)
    {
        if (handshake.TokenQuery is not { } name)
        {
            return null;
        }

        var values = http.Request.Query[name];
        var tokens = _tokens.Current;
        return SecurityHeader.Count(values) switch
        {
            HeaderCount.None => Rejection.MissingToken.Naming($"query parameter {name}"),
            HeaderCount.Several => Rejection.InvalidToken,
            _ when tokens.Length == 0 => Rejection.SecretNotConfigured,
            // Every one is compared, whichever it is.
            _ => tokens.Aggregate(false, (found, token) => found | IsToken(token, values.ToString())) ? null : Rejection.InvalidToken,
        };
    }

    private static bool IsToken(string token, string received) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(token)),
            SHA256.HashData(Encoding.UTF8.GetBytes(received))
        );

    /// <summary>
    /// What comes back must not be taken for a page; and what is answered with a MAC must not be a delivery that somebody wants signed.
    /// </summary>
    private bool IsHarmless(string value) =>
        handshake.Mac is not HandshakeMac.None
            ? value.Length <= MaxMacValueLength && !value.AsSpan().ContainsAnyExcept(MacCharacters)
            : value.Length <= MaxEchoLength && !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>The longest text that is ever signed for who asks, less the secret.</summary>
    public int MaxTextLength(HttpContext http)
    {
        var around = Around(http);
        return (MaxMacValueLength * Math.Max(1, around.Length - 1))
            + around.Sum(Encoding.UTF8.GetByteCount)
            + (SignsUrl ? MaxUrlLength : 0);
    }

    /// <summary>
    /// Whether a text, less the secret, is one that is signed for who asks: one of the values in its surroundings. Where the value stands more
    /// than once, what stands between is not looked at.
    /// </summary>
    public bool CouldSign(HttpContext http, ReadOnlySpan<byte> text)
    {
        if (SignsUrl)
        {
            // Of an endpoint with parameters, it may be the URL of another tenant: whatever holds one, and is no JSON.
            return text.IndexOf("://"u8) >= 0 && (text.IndexOf((byte)'"') < 0 || handshake.MacOver.AsSpan().IndexOf('"') >= 0);
        }

        var around = Around(http);
        var (before, after) = (Encoding.UTF8.GetBytes(around[0]), around.Length > 1 ? Encoding.UTF8.GetBytes(around[^1]) : []);
        if (text.Length < before.Length + after.Length || !text.StartsWith(before) || !text.EndsWith(after))
        {
            return false;
        }

        var value = text[before.Length..^after.Length];
        return around.Length == 1
            ? value.IsEmpty
            : around.Length > 2 || (value.Length is > 0 and <= MaxMacValueLength && !value.ContainsAnyExcept(MacBytes));
    }

    private bool SignsUrl => handshake.MacOver.Contains("{url}", StringComparison.Ordinal);

    private string[] Around(HttpContext http) =>
        handshake
            .MacOver.Replace("{url}", WithoutQuery(_url, http), StringComparison.Ordinal)
            .Replace("{secret}", "", StringComparison.Ordinal)
            .Split("{value}");

    private string Compute(string secret, string value, HttpContext http)
    {
        var text = handshake
            .MacOver.Replace("{url}", WithoutQuery(_url, http), StringComparison.Ordinal)
            .Replace("{secret}", secret, StringComparison.Ordinal)
            .Replace("{value}", value, StringComparison.Ordinal);
        var content = Encoding.UTF8.GetBytes(text);
        return handshake.Mac switch
        {
            HandshakeMac.Sha256Hex => Convert.ToHexStringLower(SHA256.HashData(content)),
            HandshakeMac.HmacSha256Hex => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content)),
            _ => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), content)),
        };
    }

    /// <summary>The exact URL of the endpoint where one is configured, else the public one; the provider knows it without a query.</summary>
    private static string WithoutQuery(SignedUrl url, HttpContext http) => url.Of(http) is [.., var last] ? last.Split('?')[0] : "";

    private WebhookResult Write(HttpContext http, string value, string mac)
    {
        var isJson = handshake.ContentType == "application/json";
        var body = (handshake.Body ?? (handshake.ReplyHeader is null ? "{value}" : ""))
            .Replace("{mac}", mac, StringComparison.Ordinal)
            .Replace("{value}", isJson ? JsonEncodedText.Encode(value).Value : value, StringComparison.Ordinal);
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (handshake.ReplyHeader is { } name)
        {
            headers[name] = value;
        }

        if (handshake.IsCloudEvents)
        {
            headers.Allow = allow;
            if (
                http.Request.Headers["WebHook-Request-Rate"] is [{ Length: > 0 and < 10 } rate]
                && !rate.AsSpan().ContainsAnyExceptInRange('0', '9')
            )
            {
                headers["WebHook-Allowed-Rate"] = rate;
            }
        }

        return WebhookResult.Handshake(handshake.Status, body.Length == 0 ? null : handshake.ContentType, Encoding.UTF8.GetBytes(body));
    }

    private static LiveSecrets<string[]> Live(PluginScope plugin, string? path) =>
        new(plugin.Configuration, path ?? "", values => path is null ? [] : values);
}
