using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Terminals;
using Hooklatch.Providers;
using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Cli.Tests.Catalog;

/// <summary>The tool's table of presets says what the attributes say: nothing of it is found at run time.</summary>
public sealed partial class PresetTableTests
{
    private static readonly string Table = Repository.PathOf("src", "Hooklatch.Cli", "Catalog", "presets.json");

    public static TheoryData<string> Names => [.. PresetCatalog.Names];

    [Fact]
    public void The_table_holds_what_the_attributes_say()
    {
        var expected = Written([
            .. Presets.All.Concat(Ed25519Presets.All).OrderBy(preset => preset.Key, StringComparer.Ordinal).Select(Read),
        ]);

        if (File.ReadAllText(Table) != expected)
        {
            var received = Path.Combine(AppContext.BaseDirectory, "presets.received.json");
            File.WriteAllText(received, expected);
            Assert.Fail($"{Table} is out of date: copy {received} over it.");
        }
    }

    /// <summary>What signs asks for a setting; what verifies has to be told the same.</summary>
    [Theory, MemberData(nameof(Names))]
    public void Every_setting_that_a_signer_asks_for_is_named_to_the_verifier(string name)
    {
        var preset = PresetCatalog.Find(name);
        if (preset.Create() is not CodeSignatureAttribute)
        {
            return;
        }

        var signer = preset.Create().CreateSigner();
        var named = PresetSettings.Name(preset, signer.KeyKind, new Dictionary<string, string>());
        foreach (var setting in signer.Settings)
        {
            Assert.Equal(setting, named.GetType().GetProperty(setting)!.GetValue(named));
        }
    }

    [Fact]
    public void Every_sample_is_of_a_preset_and_its_file_is_there()
    {
        Assert.All(Sample.All, sample => Assert.Contains(sample.Preset, PresetCatalog.Names));
        Assert.All(Sample.All, sample => Assert.NotEmpty(sample.Read()));
    }

    private static string Written(IReadOnlyList<PresetInfo> presets)
    {
        var options = new JsonSerializerOptions(ToolJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        var lines = presets.Select(preset => JsonSerializer.Serialize(preset, options));
        return "[\n" + string.Join(",\n", lines) + "\n]\n";
    }

    private static PresetInfo Read(KeyValuePair<string, Func<ISignable>> preset)
    {
        var type = preset.Value().GetType();
        var schemes = type.GetCustomAttributes<SignatureSchemeAttribute>().ToArray();
        var @event = type.GetCustomAttribute<EventFromAttribute>();
        var id = type.GetCustomAttribute<DeliveryIdFromAttribute>();
        var time = type.GetCustomAttribute<TimestampFromAttribute>();
        return new PresetInfo
        {
            Name = preset.Key,
            Title = type.Name[..^"SignatureAttribute".Length],
            Event = PlaceOf(@event?.Header, @event?.JsonPath, @event?.FormField, @event?.Query),
            ActionPath = @event?.ActionJsonPath,
            DeliveryId = PlaceOf(id?.Header, id?.JsonPath, id?.FormField, null),
            SignedHeaders =
            [
                .. Parts(schemes, SignedHeader())
                    .Where(header => header != id?.Header && header != time?.Header)
                    .Where(header => type.GetCustomAttributes<RequireHeaderAttribute>().All(required => required.Name != header)),
            ],
            SignedValues = [.. Parts(schemes, SignedValue()).Where(path => path != id?.JsonPath && path != time?.JsonPath)],
            WantedStatus =
                type.GetCustomAttribute<QueuedStatusAttribute>()?.Status ?? type.GetCustomAttribute<AcknowledgeAttribute>()?.Status,
            ToleranceSeconds = time?.ToleranceSeconds,
            Events =
            [
                .. type.GetCustomAttributes<KnownEventsAttribute>()
                    .SelectMany(known => known.Names.GetFields().Where(field => field.IsLiteral))
                    .Select(field => (string)field.GetRawConstantValue()!)
                    .Distinct(),
            ],
        };
    }

    private static PresetPlace? PlaceOf(string? header, string? path, string? field, string? query) =>
        (header ?? path ?? field ?? query) is null
            ? null
            : new PresetPlace
            {
                Header = header,
                JsonPath = path,
                FormField = field,
                Query = query,
            };

    private static IEnumerable<string> Parts(SignatureSchemeAttribute[] schemes, Regex part) =>
        schemes.SelectMany(scheme => part.Matches(scheme.SignedContent)).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"\{header:([^}]+)\}")]
    private static partial Regex SignedHeader();

    [GeneratedRegex(@"\{body:([^}|]+)[^}]*\}")]
    private static partial Regex SignedValue();
}
