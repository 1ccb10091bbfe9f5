using System.Reflection;
using System.Text.RegularExpressions;

namespace Hooklatch.Generators.Tests.Lists;

/// <summary>
/// A list of what is one file each: everything that could stand in it does, once, and nothing but the list names what stands in it. So one more is one
/// new file and one line.
/// </summary>
internal static class Listing
{
    /// <summary>The classes that can be created and derive from another.</summary>
    public static IEnumerable<Type> Declared(Type kind, Assembly assembly) =>
        assembly.GetTypes().Where(type => kind.IsAssignableFrom(type) && !type.IsAbstract);

    /// <summary>What the list does not have exactly once.</summary>
    public static IEnumerable<T> NotOnce<T>(IEnumerable<T> declared, IEnumerable<T> list)
        where T : notnull
    {
        var times = list.CountBy(entry => entry).ToDictionary();
        return declared.Where(entry => times.GetValueOrDefault(entry) != 1);
    }

    /// <summary>The places that name a class of the list, beside its own file and the list's: <c>File: Class</c>.</summary>
    public static IEnumerable<string> NamedElsewhere(
        IEnumerable<Type> declared,
        Type list,
        IEnumerable<(string File, string Text)> sources
    ) =>
        from source in sources
        where source.File != list.Name
        from type in declared
        where source.File != type.Name && Regex.IsMatch(source.Text, $@"\b{type.Name}\b")
        select $"{source.File}: {type.Name}";

    /// <summary>The files of the generator, of the analyzer and of the fixes.</summary>
    public static IEnumerable<(string File, string Text)> Sources() =>
        Directory
            .EnumerateFiles(Repository.PathOf("generators"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "obj" or "bin"))
            .Select(path => (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path)));
}
