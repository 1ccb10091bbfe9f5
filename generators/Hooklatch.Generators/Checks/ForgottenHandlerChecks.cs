using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>Finds methods and classes that are written as handlers are and that no delivery reaches.</summary>
internal static class ForgottenHandlerChecks
{
    /// <param name="method">A method that is no handler.</param>
    /// <param name="index">The plugin.</param>
    /// <param name="report">Takes what is found.</param>
    /// <param name="cancellation">Cancels.</param>
    public static void Check(IMethodSymbol method, PluginIndex index, Report report, CancellationToken cancellation)
    {
        if (
            method.MethodKind is not MethodKind.Ordinary
            // What takes events and has no endpoint is told already. What can be overridden may verify a handler that overrides it.
            || WebhookDeclaration.IsEventHandler(method)
            || method is { IsVirtual: true } or { IsAbstract: true } or { IsOverride: true }
        )
        {
            return;
        }

        if (method.GetAttributes().FirstOrDefault(MayVerify) is { } verification)
        {
            report(
                Descriptors.VerificationWithoutHandler,
                verification.Location(cancellation) ?? method.Location(),
                VerificationParser.NameOf(verification),
                $"'{method.Name}' is no handler",
                SuggestionFor(method)
            );
        }
        else if (index.IsPlugin && IsLikeHandler(method, index))
        {
            report(Descriptors.ForgottenHandler, method.Location(), method.Name, SuggestionFor(method));
        }
    }

    /// <summary>A class that verifies handlers which it does not have.</summary>
    public static void Check(INamedTypeSymbol type, PluginIndex index, Report report, CancellationToken cancellation)
    {
        if (
            !index.IsPlugin
            // Another plugin may derive from it.
            || type is { IsAbstract: true, IsSealed: false }
            // An endpoint without handlers is told already, and so are events without an endpoint.
            || TakesEvents(type)
            || type.GetAttributes().FirstOrDefault(MayVerify) is not { } verification
            || index.Handlers.Any(handler => handler.Method.ContainingType.SelfAndBases().Contains(type, SymbolEqualityComparer.Default))
        )
        {
            return;
        }

        report(
            Descriptors.VerificationWithoutHandler,
            verification.Location(cancellation) ?? type.Location(),
            VerificationParser.NameOf(verification),
            $"no method of '{type.Name}' is a handler",
            "[Webhook(\"/…\")] to a method"
        );
    }

    private static bool MayVerify(AttributeData attribute) =>
        VerificationParser.IsVerification(attribute) || attribute.AttributeClass.Is(Names.AllowFrom);

    private static string SuggestionFor(IMethodSymbol method) =>
        TakesEvents(method.ContainingType) ? "[OnEvent(\"…\")]" : "[Webhook(\"/…\")]";

    /// <summary>Whether the methods of a class share the endpoint of the class.</summary>
    public static bool TakesEvents(INamedTypeSymbol type) =>
        type.SelfAndBases().Any(scope => scope.Attribute(Names.Webhook) is not null)
        || type.GetMembers().OfType<IMethodSymbol>().Any(WebhookDeclaration.IsEventHandler);

    /// <summary>
    /// Whether a method stands among handlers, is asynchronous as they are, and takes what nobody but a delivery passes: a value that an attribute
    /// names the source of, or, in a method named <c>On…</c>, a delivery or its body.
    /// </summary>
    private static bool IsLikeHandler(IMethodSymbol method, PluginIndex index) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsGenericMethod: false, Parameters.IsEmpty: false }
        && IsTask(method.ReturnType)
        && method.Attribute(Names.PluginServices) is null
        && method.Attribute(Names.PluginRoutes) is null
        && method.ContainingType.GetMembers().OfType<IMethodSymbol>().Any(other => WebhookDeclaration.Of(other) is not null)
        && !ImplementsInterface(method)
        && (
            method.Parameters.Any(parameter => ParameterSources.MarkersOf(Bindable.Of(parameter)).Any(IsOfRequest))
            || IsNamedOn(method.Name) && method.Parameters.Any(parameter => IsDelivery(parameter.Type, index))
        );

    /// <summary>A service can be passed by anyone.</summary>
    private static bool IsOfRequest(AttributeData marker) =>
        !marker.AttributeClass.Is(Names.FromServices) && !marker.AttributeClass.Is(Names.FromKeyedServices);

    private static bool IsTask(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks.Task")
        || type.Is("System.Threading.Tasks.Task`1")
        || type.Is("System.Threading.Tasks.ValueTask")
        || type.Is(Names.ValueTaskOf);

    private static bool IsNamedOn(string name) =>
        name.Length > 2 && name.StartsWith("On", StringComparison.Ordinal) && char.IsUpper(name[2]);

    private static bool IsDelivery(ITypeSymbol type, PluginIndex index) =>
        type.Is(Names.WebhookContext)
        || type.Is("System.Text.Json.JsonElement")
        || HandlerResolver.CandidatesFor(type.ToGlobalName(), index.Contexts).Any();

    private static bool ImplementsInterface(IMethodSymbol method) =>
        method
            .ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers().OfType<IMethodSymbol>())
            .Any(member =>
                SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method)
            );
}
