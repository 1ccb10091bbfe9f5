using System.Globalization;
using System.Text.Json;
using Hooklatch.Build;
using Hooklatch.Configuration;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Management;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hooklatch.Console.Settings;

/// <summary>
/// Shows the settings of the host and its plugins. A secret is never read into an answer: only how many values there are. What is not known to be no secret, and
/// sounds like one, is treated as one, and of a key that nothing reads no value is shown at all.
/// </summary>
internal sealed class ConfigurationReader(
    IConfiguration configuration,
    PluginRegistry registry,
    HooklatchOptions options,
    IReadOnlyList<IConfigurationKeySource> sources,
    IConfigurationStatus status
)
{
    private const int MaxText = 500;

    /// <summary>The sections of packages, which are shown where the package is there or something is configured.</summary>
    private static readonly string[] Optional = ["Inbox", "Postgres", "Sqlite", "Alerts", "Sessions"];

    private static readonly IReadOnlyList<(string Path, SettingSchema Schema)> OfHost = Parse(Properties(HostSchema.Host()));

    private static readonly IReadOnlyList<(string Path, SettingSchema Schema)> OfEachPlugin = Parse(
        HostSchema.AddTo(new JsonObject()).ToString()
    );

    /// <summary>The settings as they are at this moment.</summary>
    public ConfigurationView Read()
    {
        UnknownKey[] unknown;
        using (var report = new UnknownKeysReport(configuration, registry, sources, NullLogger<UnknownKeysReport>.Instance))
        {
            unknown = report.Find();
        }

        var plugins = registry.States.Select(plugin => OfPlugin(plugin, unknown)).ToList();
        var taken = plugins.SelectMany(group => group.Settings).Select(setting => setting.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new ConfigurationView
        {
            Groups =
            [
                new SettingGroup
                {
                    Title = "Host",
                    Settings =
                    [
                        .. Host(),
                        .. unknown.Where(key => !taken.Contains(key.Path)).Select(Unknown),
                        .. status.Stale.Select(Stale),
                    ],
                },
                .. plugins,
            ],
        };
    }

    private IEnumerable<SettingView> Host()
    {
        var keys = new ConfigurationKeys();
        foreach (var source in sources)
        {
            source.AddTo(keys);
        }

        var section = configuration.GetSection(HooklatchOptions.Section);
        var problems = HostSettings.All.Where(setting =>
            !setting.IsValid(options) || !setting.TryRead(section.GetSection(setting.Name), new HooklatchOptions())
        );
        var problemOf = problems.DistinctBy(setting => setting.Name).ToDictionary(setting => setting.Name, setting => setting.Problem);
        return OfHost
            .Where(setting => IsThere(setting.Path.Split(':')[0], keys))
            .Select(setting =>
                View(configuration.GetSection($"{HooklatchOptions.Section}:{setting.Path}"), setting.Schema) with
                {
                    Problem = problemOf.GetValueOrDefault(setting.Path),
                }
            );
    }

    private bool IsThere(string section, ConfigurationKeys keys) =>
        !Optional.Contains(section)
        || keys.Children.ContainsKey(section)
        || configuration.GetSection($"{HooklatchOptions.Section}:{section}").Exists();

    private SettingGroup OfPlugin(PluginState plugin, UnknownKey[] unknown)
    {
        var own = plugin.Scope.Configuration;
        var problems = Problems(plugin);
        var known = plugin.Manifest.SettingSchemas.SelectMany(Parse).Concat(OfEachPlugin).DistinctBy(setting => setting.Path).ToList();
        // A secret that only an attribute names, in a plugin without a configuration class.
        var named = problems.Keys.Where(path => known.All(setting => !Is(setting.Path, path)));
        return new SettingGroup
        {
            Title = plugin.Info.Name,
            Plugin = plugin.Scope.Key,
            Settings =
            [
                .. known
                    .Concat(named.Select(path => (path, new SettingSchema(null, null, null, true, SettingHolds.Values))))
                    .Select(setting =>
                        View(own.At(setting.Item1), setting.Item2) with
                        {
                            Path = $"{own.Section}:{setting.Item1}",
                            Problem = problems.GetValueOrDefault(setting.Item1),
                        }
                    ),
                .. unknown.Where(key => IsBelow(key.Path, own.Section) || IsBelow(key.Path, own.Section.Replace('.', ':'))).Select(Unknown),
            ],
        };
    }

    /// <summary>What is wrong with the settings of a plugin, by their paths below its section.</summary>
    private static Dictionary<string, string> Problems(PluginState plugin)
    {
        var problems = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var webhook in plugin.Webhooks)
        {
            var verifier = webhook.Sender.Verifier;
            foreach (var key in verifier.UnreadableKeys)
            {
                problems.TryAdd(key.Path, $"Key {key.Entry} cannot be read as {key.Form}, so that it verifies nothing.");
            }

            foreach (var path in verifier.MissingSecret?.Split(", ") ?? [])
            {
                problems.TryAdd(path, $"Not configured: {webhook.Template} answers 500 until it is.");
            }
        }

        return problems;
    }

    private SettingView View(IConfigurationSection section, SettingSchema schema)
    {
        var values = Leaves(section).ToList();
        // A name of the host's own schema is known for what it is; that of an author may be anything.
        var isSecret = schema.IsSecret || SecretNames.IsLike(section.Path) || values.Exists(IsLikeSecret);
        return new SettingView
        {
            Path = section.Path,
            Type = schema.Type,
            Description = schema.Description,
            IsSecret = isSecret,
            Value =
                values.Count == 0 ? null
                : isSecret ? CountOf(values.Sum(value => LinesOf(value.Value)), "value")
                : schema.Holds is SettingHolds.Objects ? CountOf(section.GetChildren().Count(), "entry")
                : Shorten(string.Join(", ", values.Select(value => value.Name is null ? value.Value : $"{value.Name}: {value.Value}"))),
            Default = isSecret ? null : schema.Default,
            Source = values.Count == 0 ? null : SettingSource.Of(configuration, section.Path),
        };
    }

    private static bool IsLikeSecret((string? Name, string Value) leaf) =>
        SecretNames.IsLikeValue(leaf.Value) || (leaf.Name is { } name && SecretNames.IsLike(name));

    private static SettingView Unknown(UnknownKey key) =>
        new()
        {
            Path = key.Path,
            IsSecret = true,
            Value = "configured",
            Problem = key.Nearest is null ? "Nothing reads it." : $"Nothing reads it. Did you mean {key.Nearest}?",
        };

    private static SettingView Stale(StaleConfiguration stale) =>
        new()
        {
            Path = Path.GetFileName(stale.Source.TrimEnd(Path.DirectorySeparatorChar)),
            Problem = $"It has changed and could not be read: {stale.Reason}. What was read before may still be used.",
        };

    /// <summary>The values at a place and below it, with their names where they have some that are no numbers.</summary>
    private static IEnumerable<(string? Name, string Value)> Leaves(IConfigurationSection section, string? name = null)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            yield return (name, section.Value);
        }

        foreach (var child in section.GetChildren())
        {
            var own = int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? name : child.Key;
            foreach (var leaf in Leaves(child, own))
            {
                yield return leaf;
            }
        }
    }

    private static int LinesOf(string value) => value.Split('\n').Count(line => !string.IsNullOrWhiteSpace(line));

    private static string CountOf(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? what : what is "entry" ? "entries" : what + "s")}");

    private static string Shorten(string text) => text.Length > MaxText ? text[..MaxText] + " …" : text;

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool IsBelow(string path, string section) => path.StartsWith(section + ":", StringComparison.OrdinalIgnoreCase);

    private static List<(string Path, SettingSchema Schema)> Parse(string properties)
    {
        using var document = JsonDocument.Parse(properties);
        return [.. SettingSchema.Read(document.RootElement)];
    }

    private static string Properties(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return document.RootElement.GetProperty("properties").GetRawText();
    }
}
