using Hooklatch.Bodies;
using Hooklatch.Cli.Catalog;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Signing;
using Hooklatch.Signing.Refusals;
using Hooklatch.Signing.Schemes;
using Hooklatch.Verification;
using Hooklatch.Verification.Custom;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Cli.Verifying;

/// <summary>Verifies by the objects of a host, without a host: nothing is fetched, nothing is asked.</summary>
/// <param name="options">What it is verified by.</param>
internal sealed class OfflineVerifier(VerifyOptions options)
{
    private const string Endpoint = "/";

    private readonly IRequestSigner _signer = options.Preset.Create().CreateSigner();

    /// <summary>Verifies a request.</summary>
    public async Task<OfflineVerdict> VerifyAsync(CapturedRequest request, IReadOnlyList<string> secrets)
    {
        var url = UrlOf(request);
        using var configuration = new PluginConfiguration(SettingsOf(secrets, url), Identity.Only.Author, Identity.Only.Module);
        var plugin = new PluginScope(Identity.Only, configuration);
        var verifier = VerifierOf(plugin);
        var http = Renamed(request).ToHttpContext();
        var outgoing = Renamed(request).ToOutgoing(url);
        var now = NowFor(outgoing);
        var delivery = new Delivery(new EndpointKey(plugin, Endpoint), http, now)
        {
            FormValues = outgoing.ReadForm([.. Schemes.SelectMany(scheme => scheme.NamesInForm).Distinct()]),
        };
        var body = new MemoryBody(request.Body);
        var rejected = await verifier.CheckHeadersAsync(delivery, http);
        var isOfHeaders = rejected is not null;
        if (rejected is null && verifier.BeginBody(delivery, http) is { } check)
        {
            using (check)
            {
                check.Append(request.Body.Span);
                rejected = await check.CompleteAsync(delivery, body);
            }
        }

        return new OfflineVerdict
        {
            Description = verifier.Description,
            Rejection = rejected,
            Missing = verifier.MissingSecret,
            SecretIndex = delivery.SecretIndex,
            Explanation =
                rejected is null || _signer is SchemeSigner { Token: null }
                    ? _signer.Explain(outgoing, secrets, now) ?? verifier.Explain(delivery, http, body)
                    : verifier.Explain(delivery, http, isOfHeaders ? null : body),
        };
    }

    /// <summary>The schemes that apply; none for a token, or where code verifies.</summary>
    private SignatureScheme[] Schemes =>
        _signer is SchemeSigner signer
            ? [.. signer.Schemes.Where(scheme => signer.TimestampProperty is null || scheme.SignedTime is not null == IsTimeNamed(signer))]
            : [];

    private bool IsTimeNamed(SchemeSigner signer) => options.Settings.ContainsKey(signer.TimestampProperty!);

    private WebhookVerifier VerifierOf(PluginScope plugin) =>
        _signer switch
        {
            SchemeSigner { Token: { } token } => new SharedTokenVerifier(plugin, PresetSettings.Secret, token),
            SchemeSigner signer => new SignatureVerifier(
                plugin,
                Endpoint,
                [.. Schemes.Select(scheme => new KeyedScheme(plugin, PathOf(scheme), scheme))]
            )
            {
                RequiresAll = signer.RequiresAll,
                RequiredHeaders = signer.RequiredHeaders,
            },
            _ => CodeVerifier.Create(plugin, Endpoint, PresetSettings.Name(options.Preset, _signer.KeyKind, options.Settings)),
        };

    private static string PathOf(SignatureScheme scheme) => PresetSettings.NameOf(scheme.KeyKind);

    /// <summary>The URL as a host completes it: one without a query has that of the request.</summary>
    private string UrlOf(CapturedRequest request)
    {
        var query = request.Target.IndexOf('?', StringComparison.Ordinal);
        return options.Url is not { } url ? request.GuessUrl()
            : query < 0 || url.Contains('?', StringComparison.Ordinal) ? url
            : url + request.Target[query..];
    }

    private IConfigurationRoot SettingsOf(IReadOnlyList<string> secrets, string url)
    {
        var section = $"Plugins:{Identity.Only.Key}:";
        var settings = new Dictionary<string, string?> { [$"{section}PublicUrls:{Endpoint}"] = url };
        for (var i = 0; i < secrets.Count; i++)
        {
            var kind = KeyChoice.KindOf(_signer, secrets[i]);
            settings[FormattableString.Invariant($"{section}{PresetSettings.NameOf(kind)}:{i}")] = secrets[i];
        }

        foreach (var (name, value) in options.Settings)
        {
            settings[$"{section}{name}:0"] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }

    /// <summary>A header whose name each user of a provider chooses, under the name by which the scheme reads it.</summary>
    private CapturedRequest Renamed(CapturedRequest request) =>
        _signer is SchemeSigner { TimestampProperty: { } property } && options.Settings.TryGetValue(property, out var chosen)
            ? request with
            {
                Headers =
                [
                    .. request.Headers.Select(header =>
                        header.Key.Equals(chosen, StringComparison.OrdinalIgnoreCase) ? KeyValuePair.Create(property, header.Value) : header
                    ),
                ],
            }
            : request;

    /// <summary>
    /// When the request was received. Where the provider states no tolerance, each endpoint chooses one: a time within the one of the command line is
    /// taken as just signed.
    /// </summary>
    private DateTimeOffset NowFor(OutgoingRequest request)
    {
        var times = Schemes.Select(scheme => scheme.SignedTime).OfType<SignedTimestamp>().Where(time => time.Past == 0).ToArray();
        if (times.Length == 0)
        {
            return options.Now;
        }

        var explanation = _signer.Explain(request, options.Secrets, options.Now);
        return explanation?.Clock is { } clock && clock.Age.Duration() <= TimeSpan.FromSeconds(options.ToleranceSeconds)
            ? options.Now - clock.Age
            : options.Now;
    }

    /// <summary>The plugin that no host has.</summary>
    private sealed class Identity : PluginIdentity
    {
        public static readonly Identity Only = new();

        public override string Author => "hooklatch";

        public override string Module => "verify";
    }
}
