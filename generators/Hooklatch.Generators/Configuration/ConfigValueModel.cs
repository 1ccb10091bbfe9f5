using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Configuration;

/// <summary>How one value is read from configuration.</summary>
internal sealed record ConfigValueModel
{
    public required ConfigKind Kind { get; init; }

    /// <summary>The type that is read, as a <c>global::</c> name without its own annotation.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether a value type may be <see langword="null"/>.</summary>
    public bool IsNullableValue { get; init; }

    /// <summary>What JSON calls the type of a single value: <c>integer</c>, <c>number</c>, <c>boolean</c> or <c>string</c>.</summary>
    public string JsonType { get; init; } = "string";

    /// <summary>The names of an enumeration's members.</summary>
    public EquatableArray<string> Members { get; init; }

    /// <summary>An element of a list, or a value of a dictionary.</summary>
    public ConfigValueModel? Element { get; init; }

    /// <summary>The properties of an object.</summary>
    public EquatableArray<ConfigPropertyModel> Properties { get; init; }

    public bool HoldsSecret => Properties.Any(property => property.HoldsSecret) || Element is { HoldsSecret: true };
}
