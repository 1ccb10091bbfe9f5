using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Inbox;
using Hooklatch.Postgres;
using Hooklatch.Sqlite;

namespace Hooklatch.Build.Tests;

/// <summary>The schema and the skeleton that a build writes, from this assembly as from any plugin.</summary>
public sealed class SettingsFileTests
{
    private static readonly string Own = typeof(SettingsFileTests).Assembly.Location;

    [Fact]
    public void The_schema_describes_every_setting_of_a_plugin_in_its_section()
    {
        var section = Written().Schema["properties"]!["Plugins"]!["properties"]!["tests.build"]!;

        Assert.Equal(["Warehouse", "Greeting"], section["required"]!.AsArray().Select(name => (string)name!));
        var settings = section["properties"]!.AsObject();
        Assert.Equal(
            [
                "Enabled",
                "Concurrency",
                "PublicUrl",
                "PublicUrls",
                "Paths",
                "Warehouse",
                "Token",
                "BatchSize",
                "Patience",
                "Day",
                "Greeting",
                "Größen",
            ],
            settings.Select(setting => setting.Key)
        );
        AssertJson(
            """{ "description": "Where the \"goods\" are, or C:\\.", "type": "string", "format": "uri-reference" }""",
            settings["Warehouse"]
        );
        AssertJson("""{ "type": "string", "writeOnly": true }""", settings["Token"]);
        AssertJson("""{ "type": "integer", "default": 20 }""", settings["BatchSize"]);
        AssertJson("""{ "enum": ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", null] }""", settings["Day"]);
        Assert.Equal(["Warehouse"], settings["Größen"]!["additionalProperties"]!["required"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void The_schema_describes_every_setting_of_the_host_and_no_other()
    {
        var host = Written().Schema["properties"]!["Hooklatch"]!;

        Assert.Equal(
            typeof(HooklatchOptions)
                .GetProperties()
                .Select(property => property.Name)
                .Concat(["Alerts", "Console", "Inbox", "Postgres", "Sqlite", "Sessions"])
                .Order(StringComparer.Ordinal),
            host["properties"]!.AsObject().Select(setting => setting.Key).Order(StringComparer.Ordinal)
        );
        Assert.False((bool)host["additionalProperties"]!);
        Assert.All(host["properties"]!.AsObject(), setting => Assert.NotNull(setting.Value!["description"]));
    }

    /// <summary>What the schema calls a default is the default.</summary>
    [Fact]
    public void The_defaults_of_the_host_are_those_of_its_options()
    {
        var settings = Written().Schema["properties"]!["Hooklatch"]!["properties"]!.AsObject();

        AssertDefaults(new HooklatchOptions(), settings, atLeast: 8);
        AssertDefaults(new InboxOptions(), settings["Inbox"]!["properties"]!.AsObject(), atLeast: 9);
        AssertDefaults(new PostgresInboxOptions(), settings["Postgres"]!["properties"]!.AsObject(), atLeast: 2);
        AssertDefaults(new SqliteInboxOptions(), settings["Sqlite"]!["properties"]!.AsObject(), atLeast: 1);
    }

    [Fact]
    public void The_keys_of_stored_bodies_are_secrets_by_any_id()
    {
        var inbox = Written().Schema["properties"]!["Hooklatch"]!["properties"]!["Inbox"]!["properties"]!;

        Assert.NotNull(inbox["Key"]);
        AssertJson("""{ "type": "string", "writeOnly": true }""", inbox["Keys"]!["additionalProperties"]);
    }

    [Fact]
    public void The_skeleton_holds_what_must_be_configured_and_repeats_only_defaults_that_are_known()
    {
        var skeleton = Written().Skeleton;

        Assert.Equal("settings.schema.json", (string)skeleton["$schema"]!);
        AssertJson(
            """{ "Warehouse": "", "Token": "", "BatchSize": 20, "Day": null, "Greeting": "", "Größen": {} }""",
            skeleton["Plugins"]!["tests.build"]
        );
    }

    /// <summary>What comes with the package; a difference is written beside it, to be read and taken over.</summary>
    [Fact]
    public void The_schema_in_the_package_describes_every_setting_of_a_host_and_what_every_plugin_has()
    {
        var path = Repository.PathOf("src", "Hooklatch", "appsettings.schema.json");
        var received = Path.ChangeExtension(path, "received.json");
        File.Delete(received);

        var schema = SettingsFiles.GeneralSchema();

        if (!File.Exists(path) || File.ReadAllText(path).ReplaceLineEndings("\n") != schema)
        {
            File.WriteAllText(received, schema);
            Assert.Fail($"The schema differs: {received}");
        }

        var plugin = JsonNode.Parse(schema)!["properties"]!["Plugins"]!["additionalProperties"]!["properties"]!;
        Assert.NotNull(plugin["Enabled"]);
    }

    [Fact]
    public void A_file_that_says_the_same_is_left_alone()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal([folder.PathOf("s"), folder.PathOf("k")], SettingsFiles.Write([Own], folder.PathOf("s"), folder.PathOf("k")));
        Assert.Empty(SettingsFiles.Write([Own], folder.PathOf("s"), folder.PathOf("k")));
        File.Delete(folder.PathOf("k"));
        Assert.Equal([folder.PathOf("k")], SettingsFiles.Write([Own], folder.PathOf("s"), folder.PathOf("k")));
    }

    [Fact]
    public void Nothing_is_written_where_no_assembly_is_a_plugin()
    {
        using var folder = new TemporaryFolder();
        string[] assemblies = [typeof(object).Assembly.Location, typeof(PluginAttribute).Assembly.Location, folder.PathOf("missing.dll")];

        Assert.Empty(SettingsFiles.Write(assemblies, folder.PathOf("s"), folder.PathOf("k")));
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    private static (JsonNode Schema, JsonNode Skeleton) Written()
    {
        using var folder = new TemporaryFolder();
        SettingsFiles.Write([Own], folder.PathOf("settings.schema.json"), folder.PathOf("settings.json"));
        return (Read(folder.PathOf("settings.schema.json")), Read(folder.PathOf("settings.json")));
    }

    private static JsonNode Read(string path) =>
        JsonNode.Parse(File.ReadAllText(path), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false })!;

    private static void AssertJson(string expected, JsonNode? actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());

    private static void AssertDefaults<T>(T options, System.Text.Json.Nodes.JsonObject settings, int atLeast)
    {
        var stated = settings.Where(setting => setting.Value!["default"] is not null).ToArray();
        Assert.True(stated.Length >= atLeast);
        Assert.All(
            stated,
            setting => Assert.Equal(Text(typeof(T).GetProperty(setting.Key)!.GetValue(options)), setting.Value!["default"]!.ToString())
        );

        // As JSON writes it.
        static string Text(object? value) =>
            value is bool isSet
                ? isSet
                    ? "true"
                    : "false"
                : FormattableString.Invariant($"{value}");
    }
}
