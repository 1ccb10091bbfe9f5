using System.Reflection;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Signing;

namespace Hooklatch.Providers.Tests.Table;

/// <summary>A class with the names of a provider's events.</summary>
/// <param name="Type">The class.</param>
/// <param name="Names">Its constants.</param>
/// <param name="Path">Its source file, from the root of the repository.</param>
internal sealed record EventList(Type Type, IReadOnlyList<string> Names, string Path)
{
    /// <summary>Every list of the packages.</summary>
    public static IReadOnlyList<EventList> All { get; } =
    [
        .. Preset
            .All.Select(preset => preset.Attribute.Assembly)
            .Distinct()
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => type is { IsAbstract: true, IsSealed: true, Namespace: "Hooklatch.Providers" })
            .Where(type => type.Name.EndsWith("Events", StringComparison.Ordinal))
            .Select(Read),
    ];

    /// <summary>Those of a preset.</summary>
    public static IEnumerable<EventList> Of(Preset preset) =>
        preset.Attribute.GetCustomAttributes<KnownEventsAttribute>().Select(known => All.Single(list => list.Type == known.Names));

    public override string ToString() => Type.Name;

    private static EventList Read(Type type)
    {
        var path = Assert.Single(Directory.GetFiles(Repository.PathOf("src"), type.Name + ".cs", SearchOption.AllDirectories));
        return new EventList(
            type,
            [.. type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)],
            System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')
        );
    }
}
