using System.Reflection.Metadata;

namespace Hooklatch.Build;

/// <summary>Reads what generated code says of plugins: their keys, webhooks and settings.</summary>
internal static class FactsReader
{
    /// <returns>The plugins, in ordinal order of their keys.</returns>
    public static IReadOnlyList<PluginFacts> Read(IEnumerable<string> assemblies) =>
        [
            .. assemblies
                .Where(File.Exists)
                .SelectMany(assembly => AttributeReader.Read(assembly, Parse))
                .GroupBy(KeyOf, StringComparer.Ordinal)
                .OrderBy(plugin => plugin.Key, StringComparer.Ordinal)
                .Select(plugin => new PluginFacts(
                    plugin.Key,
                    [.. plugin.OfType<PluginWebhook>().OrderBy(webhook => webhook.Endpoint, StringComparer.Ordinal)],
                    [.. plugin.OfType<PluginConfigSchema>()]
                )),
        ];

    private static string KeyOf(object fact) =>
        fact switch
        {
            PluginWebhook webhook => webhook.Plugin,
            PluginConfigSchema settings => settings.Plugin,
            _ => (string)fact,
        };

    private static object? Parse(string attribute, BlobReader value) =>
        attribute switch
        {
            "PluginManifestAttribute" => value.ReadSerializedString(),
            "PluginConfigSchemaAttribute" => SettingsReader.Parse(value),
            "PluginWebhookAttribute" => ParseWebhook(value),
            _ => null,
        };

    private static PluginWebhook ParseWebhook(BlobReader value) =>
        new()
        {
            // In the order of the constructor of Hooklatch.Lifecycle.PluginWebhookAttribute.
            Plugin = value.ReadSerializedString() ?? "",
            Endpoint = value.ReadSerializedString() ?? "",
            Description = value.ReadSerializedString(),
            Methods = AttributeReader.ReadStrings(ref value),
            Events = AttributeReader.ReadStrings(ref value),
            IsQueued = value.ReadBoolean(),
            Attribute = value.ReadSerializedString() ?? "",
            Verification = value.ReadSerializedString() ?? "",
            Secrets = AttributeReader.ReadStrings(ref value),
        };
}
