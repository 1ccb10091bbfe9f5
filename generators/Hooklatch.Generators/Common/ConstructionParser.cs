using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>Tells how an object is built from bound members: by its one constructor, and then its settable properties.</summary>
internal static class ConstructionParser
{
    /// <summary>The members in the order of the constructor, then the properties; or why there are none.</summary>
    public static (IReadOnlyList<Member> Members, string? Problem) Parse(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsTupleType: false } named)
        {
            return ([], "it is not a class, record or struct that can be built");
        }

        var constructors = named
            .InstanceConstructors.Where(candidate => candidate.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal)
            .Where(candidate =>
                !(type.IsRecord && candidate.Parameters is [var only] && SymbolEqualityComparer.Default.Equals(only.Type, type))
            )
            .ToArray();
        var withParameters = constructors.Where(candidate => candidate.Parameters.Length > 0).ToArray();
        // A struct always has a constructor without parameters too.
        var constructor =
            withParameters.Length == 1 && (type.IsValueType || constructors.Length == 1)
                ? withParameters[0]
                : constructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty);
        if (constructor is null)
        {
            return ([], "it has no constructor without parameters and no single other one");
        }

        if (constructor.Parameters.FirstOrDefault(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) is { } byReference)
        {
            return ([], $"its constructor takes '{byReference.Name}' by reference");
        }

        if (named.UnsetRequiredMember(SettableProperties.Of(type).Select(property => property.Name)) is { } required)
        {
            return ([], $"'{required.Name}' is required and cannot be set");
        }

        var parameters = constructor.Parameters.Select(parameter => new Member(
            FieldFor(parameter, named),
            Property: null,
            Bindable.Of(parameter)
        ));
        var properties = SettableProperties
            .Of(type)
            .Where(property =>
                !constructor.Parameters.Any(parameter => string.Equals(parameter.Name, property.Name, StringComparison.OrdinalIgnoreCase))
            )
            .Select(property => new Member(property.Name, property.Name, Bindable.Of(property)));
        return ([.. parameters, .. properties], null);
    }

    /// <summary>A record's parameter is known by its property; attributes may stand on either.</summary>
    private static string FieldFor(IParameterSymbol parameter, INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IPropertySymbol>()
            .FirstOrDefault(property => string.Equals(property.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
            ?.Name
        ?? parameter.Name;

    /// <param name="Name">The name by which the sender knows the member.</param>
    /// <param name="Property">The property that is set; <see langword="null"/> for a parameter of the constructor.</param>
    /// <param name="Bindable">What is bound.</param>
    internal sealed record Member(string Name, string? Property, Bindable Bindable);
}
