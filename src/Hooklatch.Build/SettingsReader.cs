using System.Reflection.Metadata;

namespace Hooklatch.Build;

/// <summary>Reads what generated code says of a plugin's settings from a built assembly.</summary>
internal static class SettingsReader
{
    private const string Attribute = "PluginConfigSchemaAttribute";

    /// <returns>The settings; none for an assembly that is no plugin, or none at all.</returns>
    public static IReadOnlyList<PluginConfigSchema> Read(string path) =>
        AttributeReader.Read(path, static (name, value) => name == Attribute ? Parse(value) : null);

    public static PluginConfigSchema? Parse(BlobReader value)
    {
        var plugin = value.ReadSerializedString();
        var properties = value.ReadSerializedString();
        var skeleton = value.ReadSerializedString();
        var required = AttributeReader.ReadStrings(ref value);
        return plugin is null || properties is null || skeleton is null
            ? null
            : new PluginConfigSchema(plugin, properties, skeleton, required);
    }
}
