using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Inbox;
using Hooklatch.Plugins;
using Hooklatch.Signing;
using Hooklatch.Signing.Refusals;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification;

/// <summary>
/// The verification of one endpoint by signature: one scheme, or several of which one or all must hold. Which schemes a request can satisfy is
/// decided by its headers; whether it does, when the body is complete.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SignatureVerifier : WebhookVerifier
{
    private const int MaxReads = 8;
    private readonly PluginConfiguration _configuration;
    private readonly KeyedScheme[] _schemes;
    private readonly SignedUrl? _url;
    private Pool<SignatureVerification>? _idle;
    private volatile KeySet? _keys;

    /// <param name="plugin">The plugin whose configuration holds the keys.</param>
    /// <param name="endpoint">The endpoint as declared.</param>
    /// <param name="schemes">At most 32.</param>
    public SignatureVerifier(PluginScope plugin, string endpoint, params KeyedScheme[] schemes)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(schemes);
        _configuration = plugin.Configuration;
        _schemes = schemes;
        _url = Array.Exists(schemes, keyed => keyed.Scheme.UsesUrl) ? new SignedUrl(plugin, endpoint) : null;
    }

    /// <summary>Whether every scheme must hold; otherwise one is enough.</summary>
    public bool RequiresAll { get; init; }

    /// <summary>Headers with a fixed value, without which nothing is accepted: name and value in turn.</summary>
    public IReadOnlyList<string> RequiredHeaders { get; init; } = [];

    /// <summary>The secrets of the tenants, where the plugin has them.</summary>
    public TenantSecrets? Tenants { get; init; }

    /// <inheritdoc/>
    public override string Description =>
        string.Join(RequiresAll ? " and " : " or ", _schemes.Select(keyed => keyed.Scheme.Description).Distinct())
        + (Tenants is null ? "" : ", with a secret per tenant");

    /// <inheritdoc/>
    public override string? MissingSecret =>
        _url is { IsConfigured: false } ? "PublicUrl"
        : Tenants is null && IsMissing(ReadKeys()) ? string.Join(", ", _schemes.Select(keyed => keyed.KeyPath).Distinct())
        : null;

    /// <inheritdoc/>
    internal override IEnumerable<UnreadableKey> UnreadableKeys => Tenants is null ? UnreadableKey.In(_schemes, ReadKeys()) : [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> CredentialHeaders =>
        [
            .. _schemes
                .SelectMany(keyed => keyed.Scheme.CredentialHeaders)
                .Concat(RequiredHeaders.Where((_, i) => i % 2 == 0))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <inheritdoc/>
    public override bool VerifiesBody => true;

    /// <inheritdoc/>
    internal override bool ProvesWith(string name) => _schemes.Any(keyed => keyed.Scheme.IsSignature(name));

    /// <inheritdoc/>
    internal override int? MarkOf(Delivery delivery) =>
        Tenants is null && delivery.SecretIndex is { } secret ? delivery.Keys?[delivery.MatchedScheme].MarkOf(secret) : null;

    /// <inheritdoc/>
    internal override InboxVerification Recall(int matched, int? index, int? mark) =>
        matched >= _schemes.Length
            // Another version of the plugin had it.
            ? base.Recall(matched, index, mark)
            : new()
            {
                Scheme = _schemes[matched].Scheme.Description,
                Setting = _schemes[matched].KeyPath is { } path ? $"{_configuration.Section}:{path}" : null,
                SecretIndex = index,
                IsSecretConfigured = mark is { } known && Tenants is null ? ReadKeys()[matched].Has(known) : null,
            };

    /// <inheritdoc/>
    internal override SenderSigning SigningOf(WebhookSender sender)
    {
        if (Tenants is not null)
        {
            return SenderSigning.OfTenants;
        }

        KeyedScheme[] signing = [.. _schemes.Where(keyed => keyed.Scheme.KeyKind is SignerKeyKind.Secret)];
        if (signing.Length == 0 || (RequiresAll && signing.Length < _schemes.Length))
        {
            return SenderSigning.OfPrivateKey;
        }

        if (RequiresAll && signing.DistinctBy(keyed => keyed.KeyPath).Count() > 1)
        {
            return SenderSigning.Impossible("It is signed with several secrets at once, and a test signs with one.");
        }

        // Of several schemes, one whose secret is there.
        var chosen = signing.FirstOrDefault(keyed => keyed.Keys is { IsEmpty: false }) ?? signing[0];
        SignatureScheme[] schemes = RequiresAll ? [.. signing.Select(keyed => keyed.Scheme)] : [chosen.Scheme];
        return new(
            new SchemeSigner("Its scheme", schemes)
            {
                RequiresAll = RequiresAll,
                RequiredHeaders = RequiredHeaders,
                EventHeader = sender.EventHeader,
                DeliveryIdHeader = sender.DeliveryIdHeader,
            },
            chosen.KeyPath
        )
        {
            KeyIndex = chosen.Scheme.SigningKey,
        };
    }

    /// <inheritdoc/>
    public override ValueTask<Rejection?> CheckHeadersAsync(Delivery context, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(http);
        var request = new ReceivedRequest(http);
        return FindCandidates(context, request, http.Request) is { } rejected ? new(rejected)
            : Tenants is not null ? CheckTenantAsync(context, http, Tenants)
            : new(CheckKeys(context) ?? CheckTimestamps(context, request));
    }

    /// <inheritdoc/>
    public override BodyVerification BeginBody(Delivery context, HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(context);
        var idle = _idle ??= new();
        var verification = idle.TryRent() ?? new SignatureVerification(_schemes, RequiresAll, idle);
        return verification.Begin(context, http, _url?.Of(http));
    }

    /// <summary>The text of the scheme that held, with each URL that is configured. Of all schemes that must hold, the first says enough.</summary>
    internal override IReadOnlyList<byte[]> SignedTextsOf(Delivery context, HttpContext http, int maxLength)
    {
        var scheme = _schemes[context.MatchedScheme].Scheme;
        IEnumerable<string?> urls = scheme.UsesUrl && _url is not null ? _url.Of(http) : new string?[] { null };
        return (context.Received ?? context.Body) is { } body && scheme is HashScheme
            ?
            [
                .. urls.Select(url => scheme.TextOf(new ReceivedRequest(http, url, form: context.FormValues), body, maxLength))
                    .OfType<byte[]>(),
            ]
            : [];
    }

    /// <inheritdoc/>
    internal override RefusalExplanation? Explain(Delivery context, HttpContext http, WebhookBody? body)
    {
        var explainer = new RefusalExplainer(context.ReceivedAt);
        var request = new ReceivedRequest(http, form: context.FormValues);
        for (var i = 0; i + 1 < RequiredHeaders.Count; i += 2)
        {
            if (!SecurityHeader.Is(request.Header(RequiredHeaders[i]), RequiredHeaders[i + 1]))
            {
                return RefusalExplainer.ExplainRequired(_schemes[0].Scheme, request, RequiredHeaders[i]);
            }
        }

        var explanations = new List<RefusalExplanation>();
        for (var i = 0; i < _schemes.Length; i++)
        {
            var scheme = _schemes[i].Scheme;
            if (body is not null && (context.CandidateSchemes & (1u << i)) != 0 && context.Keys?[i] is { } keys)
            {
                // Of several URLs that are configured for the endpoint, the first is explained.
                var url = scheme.UsesUrl ? _url?.Of(http).FirstOrDefault() : null;
                explanations.Add(explainer.Explain(scheme, new ReceivedRequest(http, url, form: context.FormValues), body.Memory, keys));
            }
            else if (body is null && scheme.Applies(request))
            {
                explanations.Add(explainer.ExplainHeaders(scheme, request, context.Keys?[i]));
            }
        }

        return RefusalExplainer.Closest(explanations)
            ?? RefusalExplainer.ExplainRequired(_schemes[0].Scheme, request, ConditionOf(request));
    }

    private string? ConditionOf(in ReceivedRequest request)
    {
        foreach (var keyed in _schemes)
        {
            if (!keyed.Scheme.Applies(request) && keyed.Scheme.Condition is { } condition)
            {
                return condition.Header;
            }
        }

        return null;
    }

    /// <summary>A rejection that names what is missing: of schemes of which one is enough, what each lacks first.</summary>
    private Rejection Missing(in ReceivedRequest request, HttpRequest received, uint candidates)
    {
        var names = new List<string>();
        foreach (var onlyApplying in (ReadOnlySpan<bool>)[true, false])
        {
            for (var i = 0; i < _schemes.Length && names.Count == 0 | !RequiresAll; i++)
            {
                if ((candidates & (1u << i)) == 0 && _schemes[i].Scheme.Applies(request) == onlyApplying)
                {
                    names.AddRange(_schemes[i].Scheme.MissingSources(received.Headers, received.Query).Take(1));
                }
            }

            if (names.Count > 0)
            {
                break;
            }
        }

        return names.Count == 0
            ? Rejection.MissingSignature
            : Rejection.MissingSignature.Naming(string.Join(" or ", names.Distinct(StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>Notes which schemes the request can satisfy.</summary>
    private Rejection? FindCandidates(Delivery context, in ReceivedRequest request, HttpRequest received)
    {
        for (var i = 0; i + 1 < RequiredHeaders.Count; i += 2)
        {
            switch (SecurityHeader.Count(request.Headers[RequiredHeaders[i]]))
            {
                case HeaderCount.None:
                    return Rejection.MissingSignature.Naming(RequiredHeaders[i]);
                case HeaderCount.Several:
                    return Rejection.InvalidSignature;
                default:
                    if (!SecurityHeader.Is(request.Header(RequiredHeaders[i]), RequiredHeaders[i + 1]))
                    {
                        return Rejection.InvalidSignature;
                    }

                    break;
            }
        }

        for (var i = 0; i < _schemes.Length; i++)
        {
            if (!_schemes[i].Scheme.Applies(request))
            {
                continue;
            }

            switch (_schemes[i].Scheme.CountSources(request, received))
            {
                case HeaderCount.One:
                    context.CandidateSchemes |= 1u << i;
                    break;
                case HeaderCount.Several:
                    return Rejection.InvalidSignature;
            }
        }

        var isEnough = RequiresAll ? context.CandidateSchemes == (uint)((1ul << _schemes.Length) - 1) : context.CandidateSchemes != 0;
        return isEnough ? null : Missing(request, received, context.CandidateSchemes);
    }

    private bool IsMissing(SchemeKeys[] keys) => RequiresAll ? keys.Any(one => one.IsEmpty) : keys.All(one => one.IsEmpty);

    /// <summary>
    /// The keys of every scheme at one moment. A configuration that changes while they are read would give one scheme its old key and the next
    /// one its new: they are read again. One that changes without end is taken as it was read last.
    /// </summary>
    private SchemeKeys[] ReadKeys() => _keys is { } known && known.Version == _configuration.Version ? known.Keys : ReadNewKeys();

    private SchemeKeys[] ReadNewKeys()
    {
        SchemeKeys[] keys;
        var attempts = 0;
        int version;
        do
        {
            version = _configuration.Version;
            keys = new SchemeKeys[_schemes.Length];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = _schemes[i].Keys!;
            }
        } while (version != _configuration.Version && ++attempts < MaxReads);

        // Of the version before the reading: what changed since is read the next time.
        _keys = new KeySet(version, keys);
        return keys;
    }

    private Rejection? CheckKeys(Delivery context)
    {
        var keys = ReadKeys();
        if (IsMissing(keys))
        {
            return Rejection.SecretNotConfigured;
        }

        // Everything that follows, to the end of the body, uses these.
        context.Keys = keys;
        for (var i = 0; i < _schemes.Length; i++)
        {
            if (keys[i].IsEmpty)
            {
                context.CandidateSchemes &= ~(1u << i);
            }
        }

        return context.CandidateSchemes == 0 ? Rejection.InvalidSignature : CheckUrl(context);
    }

    /// <summary>Without a public URL, a delivery can satisfy only what does not sign one.</summary>
    private Rejection? CheckUrl(Delivery context)
    {
        if (_url is not { IsConfigured: false })
        {
            return null;
        }

        for (var i = 0; i < _schemes.Length; i++)
        {
            if (_schemes[i].Scheme.UsesUrl)
            {
                context.CandidateSchemes &= ~(1u << i);
            }
        }

        return context.CandidateSchemes == 0 || RequiresAll ? Rejection.PublicUrlNotConfigured : null;
    }

    /// <summary>Whatever the headers alone reject is rejected before the source is asked, which a stranger could otherwise have asked at will.</summary>
    private async ValueTask<Rejection?> CheckTenantAsync(Delivery context, HttpContext http, TenantSecrets tenants)
    {
        if ((CheckUrl(context) ?? CheckTimestamps(context, new ReceivedRequest(http))) is { } rejected)
        {
            return rejected;
        }

        context.Keys = await tenants.FindAsync(context, http, _schemes);
        return context.Keys is null ? Rejection.SecretNotAvailable : null;
    }

    /// <summary>Timestamps that the headers hold. Of several schemes, those whose timestamp will not do are no longer candidates.</summary>
    private Rejection? CheckTimestamps(Delivery context, in ReceivedRequest request)
    {
        Rejection? last = null;
        for (var i = 0; i < _schemes.Length; i++)
        {
            if (
                (context.CandidateSchemes & (1u << i)) != 0
                && _schemes[i].Scheme.SignedTime is { NeedsBody: false } signedAt
                && signedAt.Check(request, context.ReceivedAt) is { } rejected
            )
            {
                last = rejected;
                context.CandidateSchemes &= ~(1u << i);
            }
        }

        return last is not null && (RequiresAll || context.CandidateSchemes == 0) ? last : null;
    }

    private sealed record KeySet(int Version, SchemeKeys[] Keys);
}
