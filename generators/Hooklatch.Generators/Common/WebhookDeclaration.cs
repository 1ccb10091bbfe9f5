using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>Where the endpoint of a handler is declared: on the method, or on the class for a method that takes some of its events.</summary>
internal static class WebhookDeclaration
{
    /// <summary>The <c>[Webhook]</c> of a handler; <see langword="null"/> for a method that is none.</summary>
    public static AttributeData? Of(IMethodSymbol method) =>
        method.Attribute(Names.Webhook)
        ?? (
            IsEventHandler(method)
                ? method.ContainingType.SelfAndBases().Select(type => type.Attribute(Names.Webhook)).FirstOrDefault(Exists)
                : null
        );

    public static bool IsEventHandler(IMethodSymbol method) => method.Attribute(Names.OnEvent) is not null;

    /// <summary>Its <c>[OnEvent]</c> attributes.</summary>
    public static IEnumerable<AttributeData> FiltersOf(IMethodSymbol method) =>
        method.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Names.OnEvent));

    /// <summary>
    /// Whether what is wrong with the handler's endpoint is said here: at the handler that declares it, or at the first that takes events of
    /// its class's endpoint, so that it is said once.
    /// </summary>
    public static bool SpeaksForEndpoint(IMethodSymbol method) =>
        method.Attribute(Names.Webhook) is not null
        || SymbolEqualityComparer.Default.Equals(
            method,
            method
                .ContainingType.GetMembers()
                .OfType<IMethodSymbol>()
                .FirstOrDefault(member => IsEventHandler(member) && member.Attribute(Names.Webhook) is null)
        );

    private static bool Exists(AttributeData? attribute) => attribute is not null;
}
