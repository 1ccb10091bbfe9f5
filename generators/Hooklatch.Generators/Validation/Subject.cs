using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>Something that carries rules: a parameter, a property or a type, with the attributes that count for it.</summary>
internal sealed class Subject
{
    private Subject(ISymbol symbol, ITypeSymbol type, IEnumerable<AttributeData> attributes)
    {
        Symbol = symbol;
        Type = ValueOf(type);
        ImmutableArray<AttributeData> all = [.. attributes];
        // The nearest wins, as with inherited attributes.
        Attributes = all.Length < 2 ? all : [.. all.GroupBy(attribute => attribute.AttributeClass?.ToGlobalName()).SelectMany(Nearest)];
    }

    public ISymbol Symbol { get; }

    public string Name => Symbol.Name;

    /// <summary>The type; of a nullable value, that of the value.</summary>
    public ITypeSymbol Type { get; }

    public ImmutableArray<AttributeData> Attributes { get; }

    public string DisplayName => Attribute(DataAnnotations.Display)?.Named<string>("Name") is { Length: > 0 } name ? name : Name;

    public static Subject Of(ISymbol symbol, ITypeSymbol type) =>
        new(symbol, type, symbol is IPropertySymbol property ? AttributesOf(property) : symbol.GetAttributes());

    public static Subject Of(INamedTypeSymbol type) => new(type, type, BasesOf(type).SelectMany(current => current.GetAttributes()));

    public AttributeData? Attribute(string metadataName) =>
        Attributes.FirstOrDefault(attribute => attribute.AttributeClass.Is(metadataName));

    /// <summary>The type of the value, for a nullable one.</summary>
    public static ITypeSymbol ValueOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>A type and what it derives from.</summary>
    public static IEnumerable<ITypeSymbol> BasesOf(ITypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Those of the property, of the constructor's parameter that sets it (as in a record), and of what it overrides.</summary>
    private static IEnumerable<AttributeData> AttributesOf(IPropertySymbol property)
    {
        var parameters = property
            .ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .Where(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))
            .Where(parameter => SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type));
        var own = property.GetAttributes().Concat(parameters.SelectMany(parameter => parameter.GetAttributes()));
        return property.OverriddenProperty is { } overridden ? own.Concat(AttributesOf(overridden)) : own;
    }

    private static IEnumerable<AttributeData> Nearest(IGrouping<string?, AttributeData> same)
    {
        var usage = same.First().AttributeClass?.Attribute("System.AttributeUsageAttribute");
        return usage?.Named<bool>("AllowMultiple") is true ? same : same.Take(1);
    }
}
