using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Verification;

/// <summary>What a scheme takes from the JSON body, each path once.</summary>
internal sealed class BodyValues
{
    private readonly List<JsonValueModel> _values = [];

    public EquatableArray<JsonValueModel> All => _values.ToEquatableArray();

    /// <summary>The number of the value at a path, or -1 where the path is malformed.</summary>
    public int NumberOf(string path)
    {
        var known = _values.FindIndex(value => value.Path.Text == path);
        if (known >= 0)
        {
            return known;
        }

        if (Parse($"value{_values.Count}", path) is not { } value)
        {
            return -1;
        }

        _values.Add(value);
        return _values.Count - 1;
    }

    /// <summary>Something that a provider calls by name or number; <see langword="null"/> for a malformed path or one that yields several.</summary>
    public static JsonValueModel? Parse(string name, string path) =>
        JsonPathParser.Parse(path, out _) is { Dimensions: 0 } parsed
            ? new JsonValueModel(
                name,
                parsed,
                new JsonItemModel(
                    Type: "string?",
                    NonNullType: "string",
                    IsNullable: true,
                    IsValueType: false,
                    Reader: "JsonIdentifier",
                    HandsOutBytes: false,
                    Enum: null
                ),
                Default: null
            )
            : null;
}
