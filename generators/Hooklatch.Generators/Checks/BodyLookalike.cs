using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// Tells a service or settings from what a sender writes, for a class without an attribute that no serializer context covers. A guess, which decides only
/// what its author is told first.
/// </summary>
internal static class BodyLookalike
{
    private const string DbContext = "Microsoft.EntityFrameworkCore.DbContext";

    private static readonly string[] Services =
    [
        "Service",
        "Client",
        "Repository",
        "Store",
        "Factory",
        "Manager",
        "Provider",
        "Dispatcher",
        "Publisher",
        "Sender",
        "Cache",
        "Gateway",
        "Handler",
        "Processor",
    ];

    private static readonly string[] Settings = ["Config", "Configuration", "Settings", "Options"];

    /// <summary>Whether a class is named as settings are.</summary>
    public static bool IsLikeSettings(INamedTypeSymbol type) => EndsWith(type.Name, Settings) is not null;

    /// <summary>Why a class looks like a service; <see langword="null"/> where it does not.</summary>
    public static string? WhyLikeService(INamedTypeSymbol type, PluginIndex index)
    {
        if (type.IsOrInherits(DbContext))
        {
            return "it is a DbContext";
        }

        if (index.NamesInRegistration(type.Name))
        {
            return "the plugin's source registers it";
        }

        if (Dependency(type) is { } dependency)
        {
            return $"its constructor takes '{dependency.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'";
        }

        // What a sender writes has members that can be set.
        if (SettableProperties.Of(type).Any() || type.IsRecord)
        {
            return null;
        }

        return EndsWith(type.Name, Services) is { } word ? $"its name ends in '{word}' and it has no properties that can be set"
            : HasMethodsOnly(type) ? "it has methods and no properties"
            : null;
    }

    /// <summary>A parameter of a constructor that no JSON fills.</summary>
    private static IParameterSymbol? Dependency(INamedTypeSymbol type) =>
        type
            .InstanceConstructors.Where(constructor => !CallParser.IsCopyConstructor(constructor, type))
            .SelectMany(constructor => constructor.Parameters)
            .FirstOrDefault(parameter =>
                parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface } contract && !IsCollection(contract)
                || parameter.Type.Is("System.Net.Http.HttpClient")
                || parameter.Type.IsOrInherits(DbContext)
            );

    private static bool IsCollection(INamedTypeSymbol contract) =>
        contract.SpecialType is SpecialType.System_Collections_IEnumerable || contract.Implements("System.Collections.IEnumerable");

    private static bool HasMethodsOnly(INamedTypeSymbol type) =>
        !type.GetMembers()
            .OfType<IPropertySymbol>()
            .Any(property => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public })
        && type.GetMembers()
            .OfType<IMethodSymbol>()
            .Any(method =>
                method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsOverride: false, IsImplicitlyDeclared: false }
                && method.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
            );

    /// <summary>The word that a name ends in, with something before it: a <c>Store</c> may be a shop.</summary>
    private static string? EndsWith(string name, string[] words) =>
        words.FirstOrDefault(word => name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal));
}
