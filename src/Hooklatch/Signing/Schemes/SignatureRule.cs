using System.Buffers;
using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Schemes;

/// <summary>
/// One way in which a delivery can be signed. Generated code derives one class per scheme and says what differs between schemes: where the
/// signature stands, how it is written, and the signed text.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SignatureRule
{
    private readonly PluginScope _plugin;
    private LiveSecrets<RuleKeys>? _keys;
    private RuleKeys? _none;

    /// <param name="plugin">The plugin whose configuration holds the key.</param>
    /// <param name="keyPath">The path of the key; <see langword="null"/> where the tenant of a request has its own.</param>
    private protected SignatureRule(PluginScope plugin, string? keyPath)
    {
        _plugin = plugin;
        KeyPath = keyPath;
    }

    /// <summary>How the rule verifies, in a few words.</summary>
    internal abstract string Description { get; }

    internal string? KeyPath { get; }

    /// <summary>The headers on which the rule rests; of numbered ones the first.</summary>
    internal string[] CredentialHeaders =>
        [
            .. SignatureHeader.Length == 0
                ? Array.Empty<string>()
                : [IsNumbered ? SignatureCandidates.NameOf(SignatureHeader, 1) : SignatureHeader],
            .. SignedHeaders,
            .. WhenHeader is { } when ? [when] : Array.Empty<string>(),
        ];

    /// <summary>Whether a header carries the signature; of numbered ones, any of them.</summary>
    internal bool IsSignature(string header) =>
        SignatureHeader.Length > 0
        && header.StartsWith(SignatureHeader, StringComparison.OrdinalIgnoreCase)
        && (IsNumbered || header.Length == SignatureHeader.Length);

    /// <summary>The keys that are configured at this moment.</summary>
    internal RuleKeys? Keys =>
        KeyPath is null ? null : (_keys ??= new LiveSecrets<RuleKeys>(_plugin.Configuration, KeyPath, Prepare, keepsPlaces: true)).Current;

    internal bool UsesUrl => SignsUrl;

    internal TimestampRule? SignedTime => Timestamp;

    /// <summary>Whether a part of the body is read before the body is verified.</summary>
    internal bool ReadsBody => TakesBodyValues;

    /// <summary>The header that carries the signature; empty where the body does.</summary>
    protected abstract string SignatureHeader { get; }

    /// <summary>Whether the header is numbered.</summary>
    protected virtual bool IsNumbered => false;

    /// <summary>The other headers that the signed text holds; each must stand exactly once.</summary>
    protected virtual ReadOnlySpan<string> SignedHeaders => [];

    /// <summary>The query parameters that the signed text holds; each must stand exactly once.</summary>
    protected virtual ReadOnlySpan<string> SignedQuery => [];

    /// <summary>The header on which it depends whether the rule applies.</summary>
    protected virtual string? WhenHeader => null;

    /// <summary>The value that it must have.</summary>
    protected virtual string WhenEquals => "";

    /// <summary>Where the signed timestamp is, if there is one.</summary>
    protected virtual TimestampRule? Timestamp => null;

    /// <summary>Whether the signed text holds the body.</summary>
    protected virtual bool SignsBody => true;

    /// <summary>Whether the signed text holds the public URL.</summary>
    protected virtual bool SignsUrl => false;

    /// <summary>Whether <see cref="TakeBodyValues"/> takes anything.</summary>
    protected virtual bool TakesBodyValues => false;

    /// <summary>Which of the configured secrets the rule uses; -1 for each of them.</summary>
    protected virtual int OnlyKey => -1;

    /// <summary>How keys are written in the configuration.</summary>
    protected virtual KeyEncoding KeyEncoding => KeyEncoding.Utf8;

    /// <summary>What may stand before a key in the configuration.</summary>
    protected virtual string KeyPrefix => "";

    /// <summary>The signatures that a request offers.</summary>
    protected virtual SignatureCandidates Candidates(in SignedRequest request) => SignatureCandidates.One(request.Header(SignatureHeader));

    /// <summary>Takes from the complete body what the rule needs of it: the signature, the timestamp, signed values.</summary>
    /// <returns>The values by their numbers; <see langword="null"/> where the body cannot be read or says something twice.</returns>
    protected virtual string?[]? TakeBodyValues(ReadOnlyMemory<byte> body) => [];

    /// <summary>Feeds the signed text, in order.</summary>
    protected abstract void Append(ref SignedContent content);

    internal abstract RuleKeys Prepare(string[] keys);

    /// <summary>Keys that verify nothing, for all tenants that are not known.</summary>
    internal RuleKeys None => _none ??= PrepareNone();

    private protected abstract RuleKeys PrepareNone();

    internal bool CoversBody => SignsBody;

    internal SignatureCandidates Offered(in SignedRequest request) => Candidates(request);

    internal string?[]? ReadBodyValues(ReadOnlyMemory<byte> body) => TakeBodyValues(body);

    internal void Feed(ref SignedContent content) => Append(ref content);

    /// <summary>What is signed of a request, less the secret; <see langword="null"/> where it is longer than a bound.</summary>
    internal byte[]? TextOf(in SignedRequest request, WebhookBody body, int most)
    {
        if (SignsBody && body.Length > most)
        {
            return null;
        }

        var whole = TakesBodyValues ? request.With(TakeBodyValues(body.Memory) ?? []) : request;
        using var text = new PooledBufferWriter();
        if (SignsBody)
        {
            var before = SignedContent.BeforeBody(whole, text);
            Append(ref before);
            text.Write(body.Memory.Span);
        }

        var after = SignedContent.AfterBody(whole, text, SignsBody);
        Append(ref after);
        return text.WrittenMemory.Length <= most ? text.WrittenMemory.ToArray() : null;
    }

    internal bool Applies(in SignedRequest request) => WhenHeader is not { } name || SecurityHeader.Is(request.Header(name), WhenEquals);

    /// <summary>How often the headers and query parameters stand in a request on which the rule rests; the scarcest says.</summary>
    internal HeaderCount CountSources(in SignedRequest request, Microsoft.AspNetCore.Http.IQueryCollection query)
    {
        var headers = request.Headers;
        var count = CountSignature(request);
        foreach (var name in SignedHeaders)
        {
            count = Worse(count, SecurityHeader.Count(headers[name]));
        }

        foreach (var name in SignedQuery)
        {
            count = Worse(count, SecurityHeader.Count(query[name]));
        }

        return count;
    }

    /// <summary>The secrets that the rule uses. A blank one is none, but keeps its place where the rule names a place.</summary>
    internal IEnumerable<(string Key, int Index)> Select(string[] keys) =>
        keys.Where(key => OnlyKey >= 0 || !string.IsNullOrWhiteSpace(key))
            .Select((key, index) => (Key: key, Index: index))
            .Where(entry => (OnlyKey < 0 || entry.Index == OnlyKey) && !string.IsNullOrWhiteSpace(entry.Key));

    private HeaderCount CountSignature(in SignedRequest request)
    {
        if (SignatureHeader.Length == 0)
        {
            return HeaderCount.One;
        }

        if (!IsNumbered)
        {
            return SecurityHeader.Count(request.Headers[SignatureHeader]);
        }

        var count = SecurityHeader.Count(request.Headers[SignatureCandidates.NameOf(SignatureHeader, 1)]);
        for (var number = 2; number <= SignatureCandidates.MostHeaders && count is HeaderCount.One; number++)
        {
            var next = SecurityHeader.Count(request.Headers[SignatureCandidates.NameOf(SignatureHeader, number)]);
            if (next is HeaderCount.None)
            {
                break;
            }

            count = next;
        }

        return count;
    }

    private static HeaderCount Worse(HeaderCount one, HeaderCount other) =>
        one is HeaderCount.Several || other is HeaderCount.Several ? HeaderCount.Several
        : one is HeaderCount.None || other is HeaderCount.None ? HeaderCount.None
        : HeaderCount.One;
}
