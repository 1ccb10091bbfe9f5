using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.HostileNames;

/// <summary>A plugin that is hostile in some way.</summary>
internal static class Plugin
{
    /// <summary>A project compiles without a warning, and these files are generated for it.</summary>
    public static void Compiles(string source, params string[] files)
    {
        var generated = Project.Library(source).Generate().ShouldCompile().Files.Keys;
        Assert.Superset(files.ToHashSet(), generated.ToHashSet());
    }

    /// <summary>A project compiles without a warning, and its manifest maps so many handlers.</summary>
    public static void Compiles(string source, int handlers)
    {
        var manifest = Project.Library(source).Generate().ShouldCompile()["Manifest.g.cs"];
        Assert.Equal(handlers, manifest.Split("map.Add(").Length - 1);
    }
}
