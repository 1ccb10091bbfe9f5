using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hooklatch.Build;

/// <summary>
/// Reads what generated code says of a plugin's settings from a built assembly. Its attributes are read as bytes: nothing of the assembly runs,
/// and none of what it references is loaded.
/// </summary>
internal static class SettingsReader
{
    private const string Runtime = "Hooklatch";
    private const string Namespace = "Hooklatch.Lifecycle";
    private const string Attribute = "PluginConfigSchemaAttribute";

    /// <summary>The start of every attribute's value (ECMA-335 II.23.3).</summary>
    private const ushort Prolog = 1;

    /// <returns>The settings; none for an assembly that is no plugin, or none at all.</returns>
    public static IReadOnlyList<PluginConfigSchema> Read(string path)
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        if (!image.HasMetadata)
        {
            return [];
        }

        var metadata = image.GetMetadataReader();
        return metadata.IsAssembly && References(metadata) ? [.. Read(metadata)] : [];
    }

    private static bool References(MetadataReader metadata) =>
        metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, Runtime));

    private static IEnumerable<PluginConfigSchema> Read(MetadataReader metadata) =>
        metadata
            .GetAssemblyDefinition()
            .GetCustomAttributes()
            .Select(metadata.GetCustomAttribute)
            .Where(attribute => IsSchema(metadata, attribute.Constructor))
            .Select(attribute => Parse(metadata.GetBlobReader(attribute.Value)))
            .OfType<PluginConfigSchema>();

    private static bool IsSchema(MetadataReader metadata, EntityHandle constructor) =>
        constructor.Kind is HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.GetTypeReference((TypeReferenceHandle)parent) is var type
        && metadata.StringComparer.Equals(type.Name, Attribute)
        && metadata.StringComparer.Equals(type.Namespace, Namespace);

    private static PluginConfigSchema? Parse(BlobReader value)
    {
        if (value.ReadUInt16() != Prolog)
        {
            return null;
        }

        var plugin = value.ReadSerializedString();
        var properties = value.ReadSerializedString();
        var skeleton = value.ReadSerializedString();
        var required = new string[value.ReadInt32()];
        for (var i = 0; i < required.Length; i++)
        {
            required[i] = value.ReadSerializedString() ?? "";
        }

        return plugin is null || properties is null || skeleton is null
            ? null
            : new PluginConfigSchema(plugin, properties, skeleton, required);
    }
}
