using System.ComponentModel;

namespace Hooklatch.Description;

/// <summary>A value that a handler takes from a request.</summary>
/// <param name="name">The name by which the sender knows it: a header, a query parameter, a form field, a JSON path.</param>
/// <param name="type">The type of one value, without nullability.</param>
/// <param name="isOptional">Whether a missing value is no error.</param>
/// <param name="isList">Whether the value may be repeated.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ValueDescription(string name, Type type, bool isOptional = false, bool isList = false)
{
    /// <summary>The name by which the sender knows the value: a header, a query parameter, a form field, a JSON path.</summary>
    public string Name { get; } = name;

    /// <summary>The type of one value.</summary>
    public Type Type { get; } = type;

    /// <summary>Whether a missing value is no error.</summary>
    public bool IsOptional { get; } = isOptional;

    /// <summary>Whether the value may be repeated.</summary>
    public bool IsList { get; } = isList;

    /// <summary>What the handler gets where the value is missing; <see langword="null"/> where there is no such value.</summary>
    public object? Default { get; init; }

    /// <summary>The only texts that are accepted, for an enumeration.</summary>
    public IReadOnlyList<string>? OneOf { get; init; }

    /// <summary>Whether its author says that it is no credential, whatever its name sounds like.</summary>
    public bool IsNoCredential { get; init; }

    /// <summary>Whether it is read only where the value that is described before it is missing.</summary>
    public bool IsAlternative { get; init; }
}
