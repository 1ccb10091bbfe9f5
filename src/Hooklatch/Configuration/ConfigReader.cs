using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Configuration;

/// <summary>
/// Reads the values of a plugin's configuration for a generated binder: at one place, and at the paths below it. A value that cannot be read
/// is noted with its path and the expected type, never with the value itself, which may be a secret; reading goes on, so that everything that
/// is wrong is told at once.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConfigReader
{
    private readonly PluginConfiguration? _plugin;
    private readonly PluginConfiguration _names;
    private readonly IConfigurationSection? _section;
    private readonly ConfigProblems _problems;
    private readonly ConfigurationKeys? _keys;

    /// <param name="plugin">What is read.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="keys">Takes the keys that are read, where somebody wants to know.</param>
    internal ConfigReader(PluginConfiguration plugin, ConfigProblems problems, ConfigurationKeys? keys = null) =>
        (_plugin, _names, _problems, _keys) = (plugin, plugin, problems, keys);

    private ConfigReader(IConfigurationSection section, PluginConfiguration names, ConfigProblems problems, ConfigurationKeys? keys) =>
        (_section, _names, _problems, _keys) = (section, names, problems, keys);

    /// <summary>Whether anything is configured at a path.</summary>
    public bool Has(string path) => At(path).Exists();

    /// <summary>Notes each path at which nothing, or a blank value, is configured.</summary>
    public void Require(params ReadOnlySpan<string> paths)
    {
        foreach (var path in paths)
        {
            var section = At(path);
            if (string.IsNullOrWhiteSpace(section.Value) && !section.GetChildren().Any())
            {
                _problems.AddMissing(_names.PathOf(section));
            }
        }
    }

    /// <summary>A reader for the place at a path.</summary>
    public ConfigReader Nested(string path) => new(At(path), _names, _problems, _keys?.Add(path));

    /// <summary>The text at a path, or the default where nothing is configured.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public string? Text(string path, string? otherwise) => At(path).Value ?? otherwise;

    /// <summary>The text at this place.</summary>
    public string Text() => _section?.Value ?? "";

    /// <summary>The value at a path, in the invariant culture, or the default where nothing is configured.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T? Value<T>(string path, T? otherwise)
        where T : IParsable<T> => At(path) is { Value.Length: > 0 } section ? Read(section, otherwise) : otherwise;

    /// <summary>The value at this place, in the invariant culture.</summary>
    public T Value<T>()
        where T : IParsable<T> => Read<T>(_section!, default)!;

    /// <summary>The value at a path, or the default where nothing is configured.</summary>
    public T? Nullable<T>(string path, T? otherwise)
        where T : struct, IParsable<T> => At(path) is { Value.Length: > 0 } section ? Read(section, default(T)) : otherwise;

    /// <summary>The member of an enumeration at a path, by name in any case or by number, or the default where nothing is configured.</summary>
    public T Member<T>(string path, T otherwise)
        where T : struct, Enum => At(path) is { Value.Length: > 0 } section ? ReadMember(section, otherwise) : otherwise;

    /// <summary>The member of an enumeration at this place.</summary>
    public T Member<T>()
        where T : struct, Enum => ReadMember(_section!, default(T));

    /// <summary>The member of an enumeration at a path, or the default where nothing is configured.</summary>
    public T? NullableMember<T>(string path, T? otherwise)
        where T : struct, Enum => At(path) is { Value.Length: > 0 } section ? ReadMember(section, default(T)) : otherwise;

    /// <summary>The address at a path, absolute or relative, or the default where nothing is configured.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public Uri? Address(string path, Uri? otherwise) =>
        At(path) is { Value.Length: > 0 } section ? ReadAddress(section, otherwise) : otherwise;

    /// <summary>The address at this place, absolute or relative.</summary>
    public Uri Address() => ReadAddress(_section!, null)!;

    /// <summary>The entries of the array at this place, in order. A single value is an array of one, an empty one an array of none.</summary>
    /// <param name="read">Reads one entry.</param>
    public T[] Array<T>(Func<ConfigReader, T> read) => [.. List(read)];

    /// <inheritdoc cref="Array"/>
    public List<T> List<T>(Func<ConfigReader, T> read)
    {
        var self = this;
        return [.. Entries().Select(entry => read(self.EntryOf(entry)))];
    }

    /// <summary>The entries of the dictionary at this place, by their keys as they are written.</summary>
    /// <param name="read">Reads one value.</param>
    public Dictionary<string, T> Dictionary<T>(Func<ConfigReader, T> read)
    {
        var self = this;
        return _section!.GetChildren().ToDictionary(entry => entry.Key, entry => read(self.EntryOf(entry)), StringComparer.Ordinal);
    }

    /// <summary>The entries that a dictionary had, each with the secrets that are configured for it now.</summary>
    /// <param name="last">The dictionary.</param>
    /// <param name="read">Reads the secrets of one value anew.</param>
    public Dictionary<string, T> Dictionary<T>(IEnumerable<KeyValuePair<string, T>> last, Func<ConfigReader, T, T> read)
    {
        var self = this;
        return last.ToDictionary(entry => entry.Key, entry => read(self.Nested(entry.Key), entry.Value), StringComparer.Ordinal);
    }

    private IConfigurationSection At(string path)
    {
        _keys?.Add(path);
        return _section?.GetSection(path) ?? _plugin!.At(path);
    }

    /// <summary>A reader for an entry; a single value is an array's only one, and has no key of its own.</summary>
    private ConfigReader EntryOf(IConfigurationSection entry) =>
        new(entry, _names, _problems, ReferenceEquals(entry, _section) ? _keys : _keys?.Add(entry.Key));

    private IEnumerable<IConfigurationSection> Entries() =>
        _section switch
        {
            { Value: null } section => section.GetChildren(),
            { Value: "" } => [],
            { } section => [section],
            null => [],
        };

    [return: NotNullIfNotNull(nameof(otherwise))]
    private T? Read<T>(IConfigurationSection section, T? otherwise)
        where T : IParsable<T>
    {
        if (T.TryParse(section.Value, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        _problems.AddUnreadable(_names.PathOf(section), typeof(T).Name);
        return otherwise;
    }

    private T ReadMember<T>(IConfigurationSection section, T otherwise)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(section.Value, ignoreCase: true, out var value))
        {
            return value;
        }

        _problems.AddUnreadable(_names.PathOf(section), string.Join(" | ", Enum.GetNames<T>()));
        return otherwise;
    }

    [return: NotNullIfNotNull(nameof(otherwise))]
    private Uri? ReadAddress(IConfigurationSection section, Uri? otherwise)
    {
        if (section.Value is { Length: > 0 } text && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address))
        {
            return address;
        }

        _problems.AddUnreadable(_names.PathOf(section), nameof(Uri));
        return otherwise;
    }
}
