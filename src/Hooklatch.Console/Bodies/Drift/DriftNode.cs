using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Console.Bodies.Drift;

/// <summary>A place of a handler's type, and what a body has there: one for all elements of an array.</summary>
/// <param name="path">Where it is: <c>$.commits[*]</c>.</param>
/// <param name="type">The type there; <see langword="null"/> where everything is taken.</param>
internal sealed class DriftNode(string path, JsonTypeInfo? type)
{
    private Dictionary<string, JsonPropertyInfo>? _properties;

    public string Path => path;

    public JsonTypeInfo? Type => type;

    /// <summary>The members that were there, by the names of the type.</summary>
    public Dictionary<string, DriftNode> Members { get; } = new(StringComparer.Ordinal);

    /// <summary>Members that the type does not have, each once.</summary>
    public HashSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>What an object has to have, and one of them lacked.</summary>
    public HashSet<string> LackedRequired { get; } = new(StringComparer.Ordinal);

    /// <summary>The elements of the array, or the values of the dictionary.</summary>
    public DriftNode? Element { get; set; }

    /// <summary>Whether there was an object.</summary>
    public bool IsObjectSeen { get; set; }

    /// <summary>The members that the type reads, by name; none where it takes everything.</summary>
    public Dictionary<string, JsonPropertyInfo> Properties => _properties ??= PropertiesOf();

    /// <summary>Whether members that the type does not have are kept by it.</summary>
    public bool TakesUnknown { get; private set; }

    private Dictionary<string, JsonPropertyInfo> PropertiesOf()
    {
        var properties = new Dictionary<string, JsonPropertyInfo>(
            type!.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
        );
        foreach (var property in type.Properties)
        {
            if (property.IsExtensionData)
            {
                TakesUnknown = true;
            }
            else
            {
                properties.TryAdd(property.Name, property);
            }
        }

        return properties;
    }
}
