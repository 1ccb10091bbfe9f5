using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>Diagnostics of handlers that take some of the events of an endpoint.</summary>
internal static class EventChecks
{
    /// <param name="method">A method, perhaps one that takes events.</param>
    /// <param name="handler">Its model, where it is right.</param>
    public static void Check(IMethodSymbol method, HandlerModel? handler, PluginIndex index, Report report, CancellationToken cancellation)
    {
        if (!WebhookDeclaration.IsEventHandler(method))
        {
            return;
        }

        if (WebhookDeclaration.Of(method) is not { } webhook)
        {
            report(Descriptors.EventWithoutEndpoint, method.Location(), method.Name, "add [Webhook(\"/…\")] to its class");
            return;
        }

        if (handler is { Settings.Verification: { Event: null, Code: null } })
        {
            report(
                Descriptors.EventWithoutEndpoint,
                method.Location(),
                method.Name,
                "its verification does not say where the provider names an event; verify with a scheme that carries [EventFrom(…)]"
            );
        }

        EventNameChecks.Check(method, index, report, cancellation);
        var earlier = EarlierOf(method, webhook, index);
        CheckOverlap(method, earlier, report, cancellation);
        if (handler is not null && earlier.Length > 0)
        {
            CheckAgreement(method, (handler, webhook), earlier[0], report, cancellation);
        }
    }

    /// <summary>An endpoint on a class is for the events that its methods, or those of classes that derive from it, take.</summary>
    public static void Check(INamedTypeSymbol type, PluginIndex index, Report report, CancellationToken cancellation)
    {
        if (type.Attribute(Names.Webhook) is { } webhook && !index.Handlers.Any(handler => ReferenceEquals(handler.Webhook, webhook)))
        {
            report(
                Descriptors.EventWithoutEndpoint,
                webhook.Location(cancellation),
                type.Name,
                "none of its methods says with [OnEvent(\"…\")] which events it takes"
            );
        }
    }

    /// <summary>Handlers of the same requests that stand before this one in the source.</summary>
    private static (IMethodSymbol Method, AttributeData Webhook)[] EarlierOf(
        IMethodSymbol method,
        AttributeData webhook,
        PluginIndex index
    ) =>
        [
            .. index
                .Handlers.TakeWhile(handler => !SymbolEqualityComparer.Default.Equals(handler.Method, method))
                .Where(handler =>
                    WebhookDeclaration.IsEventHandler(handler.Method) && HandlerChecks.SharedMethod(webhook, handler.Webhook) is not null
                ),
        ];

    /// <summary>Two handlers for one filter are equally specific.</summary>
    private static void CheckOverlap(
        IMethodSymbol method,
        (IMethodSymbol Method, AttributeData Webhook)[] earlier,
        Report report,
        CancellationToken cancellation
    )
    {
        foreach (var filter in WebhookDeclaration.FiltersOf(method))
        {
            var name = EventParser.NameOf(filter);
            var other = earlier.FirstOrDefault(handler => EventParser.EventsOf(handler.Method).Contains(name, StringComparer.Ordinal));
            if (other.Method is not null)
            {
                report(Descriptors.AmbiguousEvent, filter.ArgumentLocation(0, cancellation), name, other.Method.Name);
            }
        }
    }

    /// <summary>How a sender is verified and what is read of a delivery is decided before its event is known.</summary>
    private static void CheckAgreement(
        IMethodSymbol method,
        (HandlerModel, AttributeData) handler,
        (IMethodSymbol Method, AttributeData Webhook) first,
        Report report,
        CancellationToken cancellation
    )
    {
        if (
            HandlerParser.Parse(first.Method, first.Webhook, report: null, cancellation) is { } other
            && Difference(handler, (other, first.Webhook)) is { } difference
        )
        {
            report(Descriptors.EventsDisagree, method.Location(), first.Method.Name, method.Name, difference);
        }
    }

    private static string? Difference(
        (HandlerModel Handler, AttributeData Webhook) one,
        (HandlerModel Handler, AttributeData Webhook) other
    ) =>
        one.Handler.Endpoint != other.Handler.Endpoint ? "the names of its parameters"
        : !one.Handler.Methods.Equals(other.Handler.Methods) ? "its Methods"
        : one.Handler.Settings!.Verification != other.Handler.Settings!.Verification ? "its verification"
        : one.Handler.Settings!.Addresses != other.Handler.Settings!.Addresses ? "its [AllowFrom]"
        : one.Webhook.Named<long>("MaxBodySize") != other.Webhook.Named<long>("MaxBodySize") ? "its MaxBodySize"
        : one.Handler.Settings!.DetectsDuplicates != other.Handler.Settings!.DetectsDuplicates ? "its DetectDuplicates"
        : one.Handler.Settings!.Record != other.Handler.Settings!.Record ? "its Record"
        : one.Handler.Settings!.IsQueued != other.Handler.Settings!.IsQueued ? "its Mode"
        : one.Handler.Settings!.OrderPath != other.Handler.Settings!.OrderPath ? "its [InOrder]"
        : one.Handler.Settings!.Concurrency != other.Handler.Settings!.Concurrency ? "its [Concurrency]"
        : one.Handler.Settings!.FormEnvelope != other.Handler.Settings!.FormEnvelope ? "its [FormEnvelope]"
        : !one.Handler.Settings!.FormLimits.Equals(other.Handler.Settings!.FormLimits) ? "its [FormLimits]"
        : !BodyNeeds.Agree(one.Handler, other.Handler) ? "what they read of it, JSON or a form,"
        : null;
}
