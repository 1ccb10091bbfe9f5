using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

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

    /// <summary>The events that a handler takes; none for one that has its endpoint to itself.</summary>
    public static string[] EventsOf(IMethodSymbol method) =>
        [
            .. method
                .GetAttributes()
                .Where(attribute => attribute.AttributeClass.Is(Names.OnEvent))
                .Select(attribute => attribute.Positional<string>(0) ?? ""),
        ];

    private static bool Exists(AttributeData? attribute) => attribute is not null;
}
