using Microsoft.Extensions.Configuration;

namespace Hooklatch.Configuration;

/// <summary>A key of the configuration that nothing reads.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Nearest">The known key at the same place that it may have been meant to be.</param>
internal sealed record UnknownKey(string Path, string? Nearest)
{
    /// <summary>The unknown keys below a section; what stands below one of them is not named again.</summary>
    public static IEnumerable<UnknownKey> Below(IConfigurationSection section, ConfigurationKeys keys)
    {
        foreach (var child in section.GetChildren())
        {
            if (keys.Children.TryGetValue(child.Key, out var known))
            {
                foreach (var unknown in Below(child, known))
                {
                    yield return unknown;
                }
            }
            else if (!keys.HoldsEntries && Of(child, keys.Children.Keys, keys.MayHoldMore) is { } unknown)
            {
                yield return unknown;
            }
        }
    }

    /// <summary>What there is to say of a section that is none of the known ones.</summary>
    /// <param name="section">The section.</param>
    /// <param name="known">The known ones.</param>
    /// <param name="mayBeRead">Whether other code may read it. Then it is unknown only if it looks like a mistyped known one.</param>
    public static UnknownKey? Of(IConfigurationSection section, IEnumerable<string> known, bool mayBeRead = false)
    {
        var nearest = mayBeRead ? NearestName.Mistyped(section.Key, known) : NearestName.Of(section.Key, known);
        return section.Exists() && (nearest is not null || !mayBeRead) ? new UnknownKey(section.Path, nearest) : null;
    }

    public override string ToString() => Nearest is null ? Path : $"{Path} (did you mean {Nearest}?)";
}
