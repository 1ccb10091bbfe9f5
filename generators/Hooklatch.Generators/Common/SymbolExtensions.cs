using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>Extension methods for symbols that parsers use.</summary>
internal static class SymbolExtensions
{
    private static readonly SymbolDisplayFormat Annotated = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    /// <summary>The type without nullable annotations, a <c>global::</c> name: two types are one where these names are equal.</summary>
    public static string ToGlobalName(this ITypeSymbol type) => ToName(type, SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>The type as its author annotated it: what generated code must write where it takes part in inference.</summary>
    public static string ToAnnotatedName(this ITypeSymbol type) => ToName(type, Annotated);

    /// <summary>The type without its own annotation, and with those inside of it.</summary>
    public static string ToNotNullName(this ITypeSymbol type) =>
        (type.IsReferenceType ? type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : type).ToAnnotatedName();

    /// <summary>
    /// Whether a reference inside of a type may be null, as in <c>List&lt;string?&gt;</c>. The same type as it is read, without annotations, is another to the
    /// compiler. An array of such references is none: it is covariant.
    /// </summary>
    public static bool HoldsNullable(this ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => array.ElementType.HoldsNullable(),
            INamedTypeSymbol { SpecialType: SpecialType.None or > SpecialType.System_String } named => named
                .SelfAndContaining()
                .SelectMany(scope => scope.TypeArguments)
                .Any(argument =>
                    argument is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated } || argument.HoldsNullable()
                ),
            _ => false,
        };

    /// <summary>The name for people, without parameters.</summary>
    public static string ToTarget(this IMethodSymbol method) => $"{method.ContainingType.ToDisplayString()}.{method.Name}";

    /// <summary>Whether a type is the one of this name, such as <c>System.Threading.Tasks.Task`1</c>, whatever its arguments.</summary>
    public static bool Is(this ITypeSymbol? type, string metadataName)
    {
        if (type is null)
        {
            return false;
        }

        var remaining = metadataName.AsSpan();
        if (!TryRemoveEnd(ref remaining, type.MetadataName))
        {
            return false;
        }

        for (var scope = type.ContainingNamespace; scope is { IsGlobalNamespace: false }; scope = scope.ContainingNamespace)
        {
            if (!TryRemoveEnd(ref remaining, ".") || !TryRemoveEnd(ref remaining, scope.Name))
            {
                return false;
            }
        }

        return remaining.IsEmpty && type.ContainingType is null;
    }

    /// <summary>Whether a type is or derives from the one of this name.</summary>
    public static bool IsOrInherits(this ITypeSymbol type, string metadataName) =>
        type.SelfAndBases().Any(candidate => candidate.Is(metadataName));

    public static IEnumerable<ITypeSymbol> SelfAndBases(this ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>Whether a type is one of .NET's own, by its outermost namespace.</summary>
    public static bool IsFramework(this ITypeSymbol type)
    {
        var scope = type.ContainingNamespace;
        while (scope is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            scope = scope.ContainingNamespace;
        }

        return scope?.Name is "System" or "Microsoft";
    }

    /// <summary>Whether a type, or one in it, is none: the compiler says so where it stands, and generated code must not say it again.</summary>
    public static bool IsBroken(this ITypeSymbol type) =>
        type switch
        {
            IErrorTypeSymbol or { SpecialType: SpecialType.System_Void } => true,
            IArrayTypeSymbol array => array.ElementType.IsBroken(),
            INamedTypeSymbol named => named.IsUnboundGenericType
                || named.IsStatic
                || named.SelfAndContaining().SelectMany(scope => scope.TypeArguments).Any(IsBroken),
            _ => false,
        };

    /// <summary>Whether the compiler made up a type, or its name, to go on with: for a method in no type, and a type without a name.</summary>
    public static bool IsMadeUp(this INamedTypeSymbol type) =>
        type.SelfAndContaining().Any(scope => scope is { CanBeReferencedByName: false, IsExtension: false });

    /// <summary>Whether the compiler accepts an attribute as it is written, so that generated code can write it too.</summary>
    public static bool IsApplied(this AttributeData attribute) =>
        attribute.AttributeConstructor is { } constructor
        && constructor.Parameters.All(parameter => parameter.RefKind is RefKind.None)
        && constructor.Parameters.Length == attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments.All(IsValue)
        && attribute.NamedArguments.All(argument => IsValue(argument.Value));

    private static bool IsValue(TypedConstant constant) =>
        constant.Kind switch
        {
            TypedConstantKind.Error => false,
            TypedConstantKind.Type => constant.Value is not IErrorTypeSymbol,
            TypedConstantKind.Array => constant.IsNull || constant.Values.All(IsValue),
            _ => true,
        };

    /// <summary>A member that an object initialiser must set and generated code does not, such as a required field.</summary>
    public static ISymbol? UnsetRequiredMember(this INamedTypeSymbol type, IEnumerable<string> set)
    {
        var names = new HashSet<string>(set, StringComparer.Ordinal);
        return type.SelfAndBases()
            .SelectMany(scope => scope.GetMembers())
            .FirstOrDefault(member =>
                member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && !names.Contains(member.Name)
            );
    }

    /// <summary>A type and the types around it, from the inside out.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContaining(this INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            yield return current;
        }
    }

    public static bool Implements(this ITypeSymbol type, string metadataName) =>
        type.Is(metadataName) || type.AllInterfaces.Any(candidate => candidate.Is(metadataName));

    public static AttributeData? Attribute(this ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The value of a named argument, or <see langword="default"/> where the author left it out.</summary>
    public static T? Named<T>(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind is not TypedConstantKind.Array && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return default;
    }

    /// <summary>The value of a positional argument, or <see langword="default"/>.</summary>
    public static T? Positional<T>(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length
        && attribute.ConstructorArguments[index] is { Kind: not TypedConstantKind.Array, Value: T value }
            ? value
            : default;

    /// <summary>The values of a named argument that is an array, or <see langword="null"/> where the author left it out.</summary>
    public static string[]? NamedStrings(this AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: TypedConstantKind.Array, IsNull: false })
            {
                return [.. argument.Value.Values.Select(value => value.Value as string ?? "")];
            }
        }

        return null;
    }

    /// <summary>Whether generated code, which stands elsewhere in the assembly, may name the symbol; else what is in the way.</summary>
    public static bool IsReachable(this ISymbol symbol, out string? obstacle)
    {
        obstacle = null;
        for (var scope = symbol; scope is not (null or INamespaceSymbol) && obstacle is null; scope = scope.ContainingSymbol)
        {
            obstacle = ObstacleOf(scope) is { } what ? $"'{scope.Name}' is {what}" : null;
        }

        return obstacle is null;
    }

    /// <inheritdoc cref="IsReachable(ISymbol, out string?)"/>
    public static bool IsReachable(this ISymbol symbol) => symbol.IsReachable(out _);

    /// <summary>Whether the symbol's own declaration, whatever is around it, hides it from generated code.</summary>
    public static bool HidesFromGeneratedCode(this ISymbol symbol) => ObstacleOf(symbol) is not null;

    private static string? ObstacleOf(ISymbol symbol) =>
        symbol switch
        {
            { DeclaredAccessibility: Accessibility.Private } => "private",
            { DeclaredAccessibility: Accessibility.Protected } => "protected",
            { DeclaredAccessibility: Accessibility.ProtectedAndInternal } => "private protected",
            INamedTypeSymbol { IsFileLocal: true } => "local to its file",
            INamedTypeSymbol type when type.IsMadeUp() => "no type of its own",
            _ => null,
        };

    /// <summary>In an async method <c>await</c> is the operator, even as a part of a name.</summary>
    private static string ToName(ITypeSymbol type, SymbolDisplayFormat format)
    {
        var name = type.ToDisplayString(format);
        return name.Contains("await")
            ? string.Concat(type.ToDisplayParts(format).Select(part => part is { Symbol.Name: "await" } ? "@await" : part.ToString()))
            : name;
    }

    private static bool TryRemoveEnd(ref ReadOnlySpan<char> text, string end)
    {
        if (!text.EndsWith(end.AsSpan(), StringComparison.Ordinal))
        {
            return false;
        }

        text = text.Slice(0, text.Length - end.Length);
        return true;
    }
}
