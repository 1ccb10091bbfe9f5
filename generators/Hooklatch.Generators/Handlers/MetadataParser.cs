using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Handlers;

/// <summary>
/// Reads the attributes that become metadata of a handler's endpoint, as ASP.NET Core does: all that stand on the method and its class. Those that
/// speak to the compiler, to Hooklatch or to validation are of no use to an endpoint.
/// </summary>
internal static class MetadataParser
{
    /// <returns>The attributes as C# expressions, the class's first: of several, the last is the one that counts.</returns>
    public static IReadOnlyList<string> Parse(IMethodSymbol method, Report? report, CancellationToken cancellation)
    {
        var expressions = new List<string>();
        foreach (var (attribute, carrier) in AttributesOf(method))
        {
            if (!IsMetadata(attribute))
            {
                continue;
            }

            if (Problem(attribute) is { } problem)
            {
                var name = attribute.AttributeClass!.Name;
                report?.Invoke(
                    Descriptors.UnusableMetadata,
                    attribute.Location(cancellation) ?? carrier.Location(),
                    name,
                    carrier.Name,
                    problem
                );
                continue;
            }

            expressions.Add(Expression(attribute));
        }

        return expressions;
    }

    private static IEnumerable<(AttributeData Attribute, ISymbol Carrier)> AttributesOf(IMethodSymbol method) =>
        method
            .ContainingType.SelfAndBases()
            .Reverse()
            .SelectMany(type => Of(type, isOwn: SymbolEqualityComparer.Default.Equals(type, method.ContainingType)))
            .Concat(Of(method, isOwn: true));

    private static IEnumerable<(AttributeData, ISymbol)> Of(ISymbol symbol, bool isOwn) =>
        symbol.GetAttributes().Where(attribute => isOwn || IsInherited(attribute)).Select(attribute => (attribute, symbol));

    private static bool IsInherited(AttributeData attribute) =>
        attribute
            .AttributeClass?.Attribute("System.AttributeUsageAttribute")
            ?.NamedArguments.Any(argument => argument is { Key: "Inherited", Value.Value: false })
            is not true;

    private static bool IsMetadata(AttributeData attribute) =>
        attribute.AttributeClass is { TypeKind: not TypeKind.Error } type
        && attribute.IsApplied()
        && ScopeOf(type) is not "System"
        && type.ContainingAssembly?.Name is not "Hooklatch"
        && !type.IsOrInherits(Names.Signature)
        && !type.IsOrInherits("System.ComponentModel.DataAnnotations.ValidationAttribute");

    private static string? ScopeOf(ITypeSymbol type)
    {
        var scope = type.ContainingNamespace;
        while (scope is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            scope = scope.ContainingNamespace;
        }

        return scope?.Name;
    }

    /// <summary>Why generated code cannot construct an attribute, which its author can.</summary>
    private static string? Problem(AttributeData attribute) =>
        !attribute.AttributeClass!.IsReachable(out var obstacle) ? obstacle
        : attribute.AttributeConstructor is { } constructor && constructor.HidesFromGeneratedCode() ? "its constructor is not reachable"
        : attribute
            .ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value))
            .SelectMany(TypesIn)
            .FirstOrDefault(type => !IsNameable(type))
            is { } hidden
            ? $"'{hidden.Name}' is not reachable"
        : null;

    private static bool IsNameable(ITypeSymbol type) => type is not INamedTypeSymbol named || named.IsReachable();

    private static IEnumerable<ITypeSymbol> TypesIn(TypedConstant constant) =>
        constant switch
        {
            { Kind: TypedConstantKind.Type, Value: ITypeSymbol type } => [type],
            { Kind: TypedConstantKind.Array, IsNull: false } => constant.Values.SelectMany(TypesIn),
            { Kind: TypedConstantKind.Enum, Type: { } type } => [type],
            _ => [],
        };

    private static string Expression(AttributeData attribute)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(ConstantExpression.OfArgument));
        var settings = string.Join(
            ", ",
            attribute.NamedArguments.Select(argument =>
                $"{Identifier.Escape(argument.Key)} = {ConstantExpression.OfArgument(argument.Value)}"
            )
        );
        return $"new {attribute.AttributeClass!.ToGlobalName()}({arguments}){(settings.Length == 0 ? "" : $" {{ {settings} }}")}";
    }
}
