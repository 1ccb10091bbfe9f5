namespace Hooklatch.Build;

/// <summary>The two files about the settings of plugins: a JSON schema of <c>appsettings.json</c>, and a skeleton of it.</summary>
internal static class SettingsFiles
{
    /// <summary>Writes both, and says which were new or different.</summary>
    /// <param name="assemblies">The plugins, and whatever else may be one.</param>
    /// <param name="schema">Where the schema goes.</param>
    /// <param name="skeleton">Where the skeleton goes.</param>
    public static IReadOnlyList<string> Write(IEnumerable<string> assemblies, string schema, string skeleton)
    {
        var plugins = assemblies
            .Where(File.Exists)
            .SelectMany(SettingsReader.Read)
            .GroupBy(settings => settings.Plugin, StringComparer.Ordinal)
            .OrderBy(plugin => plugin.Key, StringComparer.Ordinal)
            .ToArray();
        return plugins.Length == 0
            ? []
            :
            [
                .. new[] { (Path: schema, Text: Schema(plugins)), (Path: skeleton, Text: Skeleton(plugins, Path.GetFileName(schema))) }
                    .Where(file => TextFile.WriteIfNew(file.Path, file.Text))
                    .Select(file => file.Path),
            ];
    }

    /// <summary>The schema that comes with the package: of the host's settings, and of what every plugin has.</summary>
    public static string GeneralSchema() =>
        Schema(
            new JsonObject()
                .Add("type", "\"object\"")
                .Add(
                    "additionalProperties",
                    new JsonObject().Add("type", "\"object\"").Add("properties", HostSchema.AddTo(new JsonObject()).ToString()).ToString()
                )
        );

    private static string Schema(IEnumerable<IGrouping<string, PluginConfigSchema>> plugins)
    {
        var sections = new JsonObject();
        foreach (var plugin in plugins)
        {
            var properties = HostSchema.AddTo(new JsonObject());
            foreach (var settings in plugin)
            {
                properties.AddAll(settings.Properties);
            }

            var section = new JsonObject().Add("type", "\"object\"").Add("properties", properties.ToString());
            var required = plugin.SelectMany(settings => settings.Required).Distinct().ToArray();
            sections.Add(plugin.Key, (required.Length == 0 ? section : section.Add("required", Array(required))).ToString());
        }

        return Schema(new JsonObject().Add("type", "\"object\"").Add("properties", sections.ToString()));
    }

    private static string Schema(JsonObject plugins) =>
        new JsonObject()
            .Add("$schema", "\"http://json-schema.org/draft-07/schema#\"")
            .Add("type", "\"object\"")
            .Add("properties", new JsonObject().Add("Hooklatch", HostSchema.Host()).Add("Plugins", plugins.ToString()).ToString())
            .ToString() + "\n";

    private static string Skeleton(IEnumerable<IGrouping<string, PluginConfigSchema>> plugins, string schema)
    {
        var sections = new JsonObject();
        foreach (var plugin in plugins)
        {
            sections.Add(
                plugin.Key,
                plugin.Aggregate(new JsonObject(), (section, settings) => section.AddAll(settings.Skeleton)).ToString()
            );
        }

        return new JsonObject().Add("$schema", $"\"{schema}\"").Add("Plugins", sections.ToString()).ToString() + "\n";
    }

    /// <summary>The names of properties, which are identifiers and need no escaping but for letters beyond ASCII, which JSON takes as they are.</summary>
    private static string Array(IEnumerable<string> names) => $"[{string.Join(", ", names.Select(name => $"\"{name}\""))}]";
}
