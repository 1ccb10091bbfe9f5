using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>What a scheme takes from the body, each place once.</summary>
internal sealed class BodyValues
{
    private readonly List<BodyValueModel> _values = [];

    public EquatableArray<BodyValueModel> All => _values.ToEquatableArray();

    /// <summary>Whether a body of JSON has every value.</summary>
    public bool AreInJson => _values.TrueForAll(value => value.Path is not null);

    /// <summary>Whether a form has every value.</summary>
    public bool AreInForm => _values.TrueForAll(value => value.Field is not null);

    /// <summary>The number of the value at a place, or -1 where there is none or its path is malformed.</summary>
    /// <param name="path">The path of JSON; <see langword="null"/> for none.</param>
    /// <param name="field">The field of a form; <see langword="null"/> for none.</param>
    public int NumberOf(string? path, string? field)
    {
        var known = _values.FindIndex(value => value.Path?.Path.Text == path && value.Field == field);
        if (known >= 0)
        {
            return known;
        }

        if (Parse($"value{_values.Count}", path, field) is not { } value)
        {
            return -1;
        }

        _values.Add(value);
        return _values.Count - 1;
    }

    /// <summary>A value at a place; <see langword="null"/> where there is none or its path is malformed.</summary>
    public static BodyValueModel? Parse(string name, string? path, string? field) =>
        path is null
            ? field is null
                ? null
                : new BodyValueModel(null, field)
            : Parse(name, path) is { } value
                ? new BodyValueModel(value, field)
                : null;

    /// <summary>What an attribute says of a place; empty is nothing.</summary>
    public static string? PlaceIn(AttributeData attribute, string property) =>
        attribute.Named<string>(property) is { Length: > 0 } place ? place : null;

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
