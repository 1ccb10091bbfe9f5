using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hooklatch.Build;

/// <summary>
/// Reads the attributes that generated code puts on a plugin's assembly. They are read as bytes: nothing of the assembly runs, and none of what it
/// references is loaded.
/// </summary>
internal static class AttributeReader
{
    private const string Runtime = "Hooklatch";
    private const string Namespace = "Hooklatch.Lifecycle";

    /// <summary>The start of every attribute's value (ECMA-335 II.23.3).</summary>
    private const ushort Prolog = 1;

    /// <summary>Reads the values of each attribute by the name of its class.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="read">Reads a value; the name it gets is that of the class. <see langword="null"/> for one that is of no interest.</param>
    /// <returns>What was read; nothing for an assembly that is no plugin.</returns>
    public static IReadOnlyList<T> Read<T>(string path, Func<string, BlobReader, T?> read)
        where T : class
    {
        using var file = File.OpenRead(path);
        using var image = new PEReader(file);
        if (!image.HasMetadata)
        {
            return [];
        }

        var metadata = image.GetMetadataReader();
        return metadata.IsAssembly && References(metadata) ? [.. Read(metadata, read)] : [];
    }

    /// <summary>Reads an array of texts.</summary>
    public static string[] ReadStrings(ref BlobReader value)
    {
        // -1 is null.
        var items = new string[Math.Max(0, value.ReadInt32())];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = value.ReadSerializedString() ?? "";
        }

        return items;
    }

    private static bool References(MetadataReader metadata) =>
        metadata.AssemblyReferences.Any(handle => metadata.StringComparer.Equals(metadata.GetAssemblyReference(handle).Name, Runtime));

    private static IEnumerable<T> Read<T>(MetadataReader metadata, Func<string, BlobReader, T?> read)
        where T : class
    {
        foreach (var attribute in metadata.GetAssemblyDefinition().GetCustomAttributes().Select(metadata.GetCustomAttribute))
        {
            if (NameOf(metadata, attribute.Constructor) is not { } name)
            {
                continue;
            }

            var value = metadata.GetBlobReader(attribute.Value);
            if (value.ReadUInt16() == Prolog && read(name, value) is { } result)
            {
                yield return result;
            }
        }
    }

    private static string? NameOf(MetadataReader metadata, EntityHandle constructor) =>
        constructor.Kind is HandleKind.MemberReference
        && metadata.GetMemberReference((MemberReferenceHandle)constructor).Parent is { Kind: HandleKind.TypeReference } parent
        && metadata.GetTypeReference((TypeReferenceHandle)parent) is var type
        && metadata.StringComparer.Equals(type.Namespace, Namespace)
            ? metadata.GetString(type.Name)
            : null;
}
