using System.ComponentModel;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Configuration;

/// <summary>
/// The keys that are read at one place of the configuration and below it, ignoring case. What is configured there and is none of them has no
/// effect, and the host warns of it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConfigurationKeys
{
    private readonly Dictionary<string, ConfigurationKeys> _children = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether other code may read more keys at this place. Then an unknown key is reported only if it is nearly the same as a known one.
    /// </summary>
    public bool MayHoldMore { get; set; }

    /// <summary>Whether any key may stand at this place, as the entries of an array do.</summary>
    public bool HoldsEntries { get; set; }

    internal IReadOnlyDictionary<string, ConfigurationKeys> Children => _children;

    /// <summary>Adds a key, and those on the way to it.</summary>
    /// <param name="path">The key, or a path of keys with <c>:</c> between them.</param>
    /// <returns>What is read below it.</returns>
    public ConfigurationKeys Add(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)
            ? path.Split(ConfigurationPath.KeyDelimiter).Aggregate(this, (keys, key) => keys.AddOne(key))
            : AddOne(path);
    }

    private ConfigurationKeys AddOne(string key)
    {
        if (!_children.TryGetValue(key, out var child))
        {
            _children.Add(key, child = new ConfigurationKeys());
        }

        return child;
    }
}
