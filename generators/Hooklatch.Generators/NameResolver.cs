using System.Collections.Immutable;
using Hooklatch.Generators.Model;

namespace Hooklatch.Generators;

/// <summary>Keeps the names of generated classes, which are also file names, unique within a plugin.</summary>
internal static class NameResolver
{
    /// <summary>The names that more than one handler or configuration would get. File names ignore case, so do we.</summary>
    public static EquatableArray<string> FindCollisions(
        (ImmutableArray<string> Handlers, ImmutableArray<string> Configs) names,
        CancellationToken cancellation
    ) =>
        names
            .Handlers.Concat(names.Configs)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key.ToUpperInvariant())
            .OrderBy(name => name, StringComparer.Ordinal)
            .ToEquatableArray();

    public static ConfigModel Resolve(ConfigModel config, EquatableArray<string> collisions) =>
        config with
        {
            BinderName = Unique(config.BinderName, config.TypeName, collisions),
        };

    /// <summary>The name itself where it is unique, else with a suffix that depends on nothing but the declaration.</summary>
    public static string Unique(string name, string declaration, EquatableArray<string> collisions) =>
        collisions.Contains(name.ToUpperInvariant()) ? $"{name}_{StableHash(declaration):x8}" : name;

    /// <summary>FNV-1a: string.GetHashCode differs from run to run, and authors keep snapshots of the names.</summary>
    private static uint StableHash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));
}
