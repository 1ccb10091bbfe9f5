namespace Hooklatch.Generators.Common;

/// <summary>Hands out names that are unique in one scope; the first to ask for a name gets it as it is.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameScope(params IEnumerable<string> taken) => _taken.UnionWith(taken);

    /// <summary>A name that differs from the others not by case alone.</summary>
    public string UniqueIgnoringCase(string wanted)
    {
        var name = wanted;
        for (var suffix = 2; _taken.Contains(name, StringComparer.OrdinalIgnoreCase); suffix++)
        {
            name = $"{wanted}{suffix}";
        }

        _taken.Add(name);
        return name;
    }

    public string Unique(string wanted)
    {
        var name = wanted;
        for (var suffix = 2; !_taken.Add(name); suffix++)
        {
            name = $"{wanted}{suffix}";
        }

        return name;
    }
}
