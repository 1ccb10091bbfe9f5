namespace Hooklatch.Generators.Model;

/// <summary>A <c>[PluginConfig]</c> class.</summary>
internal sealed record ConfigModel
{
    /// <summary>As a <c>global::</c> name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The generated binder's class.</summary>
    public required string BinderName { get; init; }

    public required EquatableArray<ConfigPropertyModel> Properties { get; init; }
}

internal sealed record ConfigPropertyModel
{
    /// <summary>The property, which is also its configuration key.</summary>
    public required string Name { get; init; }

    public required ConfigKind Kind { get; init; }

    /// <summary>The type that is parsed, as a <c>global::</c> name without annotations.</summary>
    public required string ValueTypeName { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>How an array of values becomes the property's collection, such as <c>ToList</c>; empty for an array.</summary>
    public string Conversion { get; init; } = "";

    /// <summary>The properties of a nested object.</summary>
    public EquatableArray<ConfigPropertyModel> Nested { get; init; }
}

internal enum ConfigKind
{
    Text,
    Value,
    NullableValue,
    Member,
    NullableMember,
    Address,
    Texts,
    Values,
    Dictionary,
    Nested,
}
