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

    /// <summary>A project compiles without a warning, and it maps so many endpoints.</summary>
    public static void Compiles(string source, int endpoints)
    {
        var files = Project.Library(source).Generate().ShouldCompile().Files.Values;
        Assert.Equal(endpoints, files.Sum(file => file.Split("map.Add(").Length - 1));
    }
}
