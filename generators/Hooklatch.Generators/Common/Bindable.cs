using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>Something that is bound: a parameter, or a property of an object whose members are bound like parameters.</summary>
internal sealed class Bindable
{
    private Bindable(ISymbol symbol, ITypeSymbol type, bool isOptional, string? defaultValue)
    {
        Symbol = symbol;
        Type = type;
        var mayNotBeNull = symbol.Attribute(Names.DisallowNull) is not null;
        IsOptional = isOptional || (IsNullable(type) && !mayNotBeNull);
        ForbidsNull = isOptional && mayNotBeNull;
        Default = defaultValue;
    }

    public ISymbol Symbol { get; }

    public string Name => Symbol.Name;

    public ITypeSymbol Type { get; }

    /// <summary>Whether a missing value is no error.</summary>
    public bool IsOptional { get; }

    /// <summary>The author's default value as a C# expression; <see langword="null"/> where there is none.</summary>
    public string? Default { get; }

    /// <summary>Whether a missing value is null although the type does not admit it, as in <c>Push push = null!</c>.</summary>
    public bool IsForgiven => Default is DefaultExpression.ForgivenNull || ForbidsNull;

    /// <summary>Whether that is so because of <c>[DisallowNull]</c>, on a type that does admit it.</summary>
    public bool ForbidsNull { get; }

    public Location? Location => Symbol.Location();

    public static Bindable Of(IParameterSymbol parameter) =>
        new(parameter, parameter.Type, parameter.HasExplicitDefaultValue, DefaultExpression.Of(parameter));

    public static Bindable Of(IPropertySymbol property) => new(property, property.Type, isOptional: false, defaultValue: null);

    public AttributeData? Attribute(string metadataName) => Symbol.Attribute(metadataName);

    private static bool IsNullable(ITypeSymbol type) =>
        // The T? of a generic type is annotated, too, where T is a value type, and yet never null.
        type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T
        || type is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated };
}
