using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>A partial method has two parts that are one method: the part that defines it stands for both, and carries the attributes of both.</summary>
internal static class PartialMethod
{
    /// <summary>
    /// The method that a declaration with an attribute is a part of; <see langword="null"/> where the attribute stands on the other part too, so that a method
    /// is read once.
    /// </summary>
    public static IMethodSymbol? Of(GeneratorAttributeSyntaxContext context)
    {
        var method = (IMethodSymbol)context.TargetSymbol;
        if (method is { PartialDefinitionPart: null, PartialImplementationPart: null })
        {
            return method;
        }

        var whole = method.PartialDefinitionPart ?? method;
        var type = context.Attributes[0].AttributeClass;
        var first = whole
            .GetAttributes()
            .FirstOrDefault(attribute => SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type));
        return
            first?.ApplicationSyntaxReference is { } place
            && place.SyntaxTree == context.TargetNode.SyntaxTree
            && context.TargetNode.Span.Contains(place.Span)
            ? whole
            : null;
    }

    /// <summary>Whether a method or a property is the part of a partial one that implements it.</summary>
    public static bool IsImplementation(ISymbol member) =>
        member is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null };
}
