using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Configuration;

/// <summary>
/// Reads the values of a plugin's configuration for a generated binder. A value that cannot be read is an error that names its path and the
/// expected type, never the value itself, which may be a secret.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConfigReader
{
    private readonly Func<string, IConfigurationSection> _at;

    internal ConfigReader(PluginConfiguration configuration) => _at = configuration.At;

    private ConfigReader(IConfigurationSection section) => _at = section.GetSection;

    /// <summary>Whether anything is configured at a path.</summary>
    public bool Has(string path) => _at(path).Exists();

    /// <summary>The text at a path, or the default where nothing is configured.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public string? Text(string path, string? otherwise) => _at(path).Value ?? otherwise;

    /// <summary>The value at a path, in the invariant culture, or the default where nothing is configured.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T? Value<T>(string path, T? otherwise)
        where T : IParsable<T> => ReadValue(_at(path), otherwise);

    /// <summary>The value at a path, or <see langword="null"/> or the default where nothing is configured.</summary>
    public T? Nullable<T>(string path, T? otherwise)
        where T : struct, IParsable<T> => _at(path).Value is { Length: > 0 } ? ReadValue(_at(path), default(T)) : otherwise;

    /// <summary>The member of an enumeration at a path, by name in any case, or the default where nothing is configured.</summary>
    public T Member<T>(string path, T otherwise)
        where T : struct, Enum => ReadMember(_at(path), otherwise);

    /// <summary>The member of an enumeration at a path, or <see langword="null"/> or the default where nothing is configured.</summary>
    public T? NullableMember<T>(string path, T? otherwise)
        where T : struct, Enum => _at(path).Value is { Length: > 0 } ? ReadMember(_at(path), default(T)) : otherwise;

    /// <summary>The address at a path, absolute or relative, or the default where nothing is configured.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public Uri? Address(string path, Uri? otherwise) =>
        _at(path) is not { Value: { Length: > 0 } text } section ? otherwise
        : Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out var address) ? address
        : throw Unreadable(section, nameof(Uri));

    /// <summary>The entries of an array; a single value is an array of one.</summary>
    public string[] Texts(string path) => [.. Entries(path).Select(entry => entry.Value ?? "")];

    /// <summary>The entries of an array; a single value is an array of one.</summary>
    public List<string> TextsList(string path) => [.. Texts(path)];

    /// <summary>The entries of an array, in the invariant culture; a single value is an array of one.</summary>
    public T[] Values<T>(string path)
        where T : IParsable<T> => [.. Entries(path).Select(entry => ReadValue<T>(entry, default!))];

    /// <summary>The entries of an array, in the invariant culture; a single value is an array of one.</summary>
    public List<T> ValuesList<T>(string path)
        where T : IParsable<T> => [.. Values<T>(path)];

    /// <summary>The entries of a dictionary.</summary>
    public Dictionary<string, string> Dictionary(string path) =>
        _at(path).GetChildren().ToDictionary(entry => entry.Key, entry => entry.Value ?? "", StringComparer.Ordinal);

    /// <summary>A reader for the object at a path.</summary>
    public ConfigReader Nested(string path) => new(_at(path));

    private IEnumerable<IConfigurationSection> Entries(string path)
    {
        var section = _at(path);
        return section.Value is null ? section.GetChildren() : [section];
    }

    [return: NotNullIfNotNull(nameof(otherwise))]
    private static T? ReadValue<T>(IConfigurationSection section, T? otherwise)
        where T : IParsable<T> =>
        section.Value is not { Length: > 0 } text ? otherwise
        : T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value
        : throw Unreadable(section, typeof(T).Name);

    private static T ReadMember<T>(IConfigurationSection section, T otherwise)
        where T : struct, Enum =>
        section.Value is not { Length: > 0 } text ? otherwise
        : Enum.TryParse<T>(text, ignoreCase: true, out var value) ? value
        : throw Unreadable(section, string.Join(" | ", Enum.GetNames<T>()));

    private static FormatException Unreadable(IConfigurationSection section, string expected) =>
        new($"The configuration value '{section.Path}' cannot be read as {expected}.");
}
