using System.Globalization;
using System.Reflection;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Signing;

namespace Hooklatch.Providers.Tests.Table;

/// <summary>Writes docs/providers.md from the attributes.</summary>
internal static class ProviderTable
{
    private const string Head = """
        # Providers

        One attribute per provider, each a scheme as data or a verifier in code, in the one namespace `Hooklatch.Providers`. An endpoint carries it with the place
        of its secret in the plugin's configuration:

        ```text
        [Webhook("/stripe")]
        [StripeSignature(Secret = nameof(MyConfig.StripeSecrets))]
        ```

        - *Signed* is the text that the signature covers, in the words of `SignatureSchemeAttribute.SignedContent`.
        - *Tolerance* is how many seconds a signed timestamp may differ from now. "you choose" means that the provider signs a timestamp and
          states no tolerance: each use sets `ToleranceSeconds`. A dash means that nothing says when the delivery was signed.
        - *Delivery id* is what `WebhookContext.DeliveryId` is made of, and by what a copy is known ([verification](verification.md)): the id alone,
          where the signature covers it and the provider gives each delivery its own; or the id and all of the signed text (where code verifies, of
          the body), so that no other delivery is taken for a copy. Behind a token nothing is known, and each one runs, as where there is a dash:
          the provider sends nothing that only copies share.
        - *Event* is where the provider names the event, and how many names of events are known as constants.
        - A token proves who sends, not what is sent.
        - A provider that is not here takes an attribute class of your own: `samples/Plugins/Providers/Own` has three.

        The table is written from the attributes; a test holds it to them. To write it anew:
        `HOOKLATCH_WRITE_DOCS=1 dotnet run --project tests/Hooklatch.Providers.Tests -- -class "*ProviderTableTests"`.

        | Provider | Attribute | Scheme | Signature | Signed | Tolerance | Delivery id | Event | Package | Source |
        |---|---|---|---|---|---|---|---|---|---|

        """;

    public static string Write(IEnumerable<Preset> presets) =>
        Head.ReplaceLineEndings("\n")
        + string.Concat(
            presets
                .Select(preset => (Preset: preset, Source: PresetSource.Of(preset)))
                .OrderBy(entry => entry.Source.Provider, StringComparer.OrdinalIgnoreCase)
                .ThenBy(entry => entry.Preset.Name, StringComparer.OrdinalIgnoreCase)
                .Select(entry => Row(entry.Preset, entry.Source))
        );

    private static string Row(Preset preset, PresetSource source) =>
        "| "
        + string.Join(
            " | ",
            new[]
            {
                source.Provider,
                $"[`{preset.Name}Signature`](../{source.Path})",
                Scheme(preset),
                Place(preset),
                Signed(preset),
                Tolerance(preset),
                DeliveryId(preset, source),
                Event(preset),
                source.Package,
                source.Source,
            }.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))
        )
        + " |\n";

    private static string Scheme(Preset preset) =>
        preset.IsCode ? "in code"
        : preset.Token is { } token ? (token.IsBase64 ? "Basic" : "token")
        : Several(preset.Schemes.Select(SchemeOf));

    private static string SchemeOf(SignatureSchemeAttribute scheme)
    {
        var algorithm = scheme switch
        {
            HmacSchemeAttribute hmac => $"HMAC-{hmac.Algorithm}",
            DigestSchemeAttribute digest => $"{digest.Algorithm}",
            _ => (string)OfKey.MakeGenericMethod(scheme.GetType().GenericTypeArguments).Invoke(null, null)!,
        };
        return $"{algorithm.Replace("Sha", "SHA", StringComparison.Ordinal)}, {scheme.Encoding.ToString().ToLowerInvariant()}";
    }

    private static readonly MethodInfo OfKey = typeof(ProviderTable).GetMethod(
        nameof(AlgorithmOf),
        BindingFlags.Static | BindingFlags.NonPublic
    )!;

    private static string AlgorithmOf<TKey>()
        where TKey : class, IVerificationKey<TKey> => TKey.Algorithm;

    private static string Place(Preset preset) =>
        preset.IsCode ? "–"
        : preset.Token is { } token ? Value(token.Header, token.Query)
        : Several(preset.Schemes.Select(PlaceOf));

    private static string PlaceOf(SignatureSchemeAttribute scheme) =>
        Value(scheme.IsNumbered ? scheme.Header + "1…" : scheme.Header, scheme.JsonPath, scheme.FormField)
        + (scheme.Field is { } field ? $" field `{field}`" : "")
        + (scheme.Prefix.Length > 0 ? $" after `{scheme.Prefix}`" : "");

    private static string Signed(Preset preset) =>
        preset.IsCode || preset.Token is not null ? "–" : Several(preset.Schemes.Select(scheme => $"`{scheme.SignedContent}`"));

    private static string Tolerance(Preset preset) =>
        preset.UsualTolerance is { } usual ? Number(usual)
        : preset.Timestamp is not { } timestamp ? "–"
        : timestamp.ToleranceSeconds == 0 ? "you choose"
        : timestamp.FutureToleranceSeconds is >= 0 and var future && future != timestamp.ToleranceSeconds
            ? $"{Number(timestamp.ToleranceSeconds)} past, {Number(future)} future"
        : Number(timestamp.ToleranceSeconds);

    private static string DeliveryId(Preset preset, PresetSource source) =>
        preset.DeliveryId is not { } from
            ? source.DeliveryId ?? "–"
            : Value(from.Header, from.JsonPath, from.FormField)
                + (
                    preset.Token is not null ? ", copies run"
                    : preset.Copies is DuplicateBasis.SameId ? ""
                    : preset.IsCode ? " and the body"
                    : " and the signed text"
                );

    private static string Event(Preset preset) =>
        preset.Event is not { } from
            ? "–"
            : Value(from.Header, from.JsonPath ?? from.Query, from.FormField)
                + (from.ActionJsonPath is { } action ? $", body `{action}`" : "")
                + string.Concat(EventList.Of(preset).Select(list => $" ([{list.Names.Count} names](../{list.Path}))"));

    private static string Value(string? header, string? path, string? field = null) =>
        header is not null ? string.Join(" or ", header.Split('|').Select(name => $"`{name}`"))
        : path is null && field is null ? "–"
        : string.Join(" or ", new[] { path is null ? null : $"body `{path}`", field is null ? null : $"form `{field}`" }.OfType<string>());

    private static string Several(IEnumerable<string> values) => string.Join(" or ", values.Distinct(StringComparer.Ordinal));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
