using Hooklatch.Generators.Model;
using Hooklatch.Generators.Parse;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Diagnostics;

/// <summary>The rules for handlers that take some of the events of an endpoint.</summary>
internal static class EventRules
{
    public static void Check(IMethodSymbol method, HandlerModel? handler, PluginIndex index, Report report, CancellationToken cancellation)
    {
        var filters = method.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Names.OnEvent)).ToArray();
        if (filters.Length == 0)
        {
            return;
        }

        if (WebhookDeclaration.Of(method) is not { } webhook)
        {
            report(Descriptors.EventWithoutEndpoint, method.Location(), method.Name, "add [Webhook(\"/…\")] to its class");
            return;
        }

        foreach (var filter in filters)
        {
            CheckName(filter, method, report, cancellation);
        }

        if (handler is { Verification.Event: null, Verification.Code: null })
        {
            report(
                Descriptors.EventWithoutEndpoint,
                method.Location(),
                method.Name,
                "its verification does not say where the provider names an event; put [EventFrom(…)] on the attribute class"
            );
        }

        CheckOverlap(method, webhook, filters, index, report, cancellation);
    }

    private static void CheckName(AttributeData filter, IMethodSymbol method, Report report, CancellationToken cancellation)
    {
        var name = filter.Positional<string>(0) ?? "";
        var star = name.IndexOf('*');
        if (name.Trim().Length == 0 || (star >= 0 && star != name.Length - 1) || (star > 0 && name[star - 1] != '.'))
        {
            report(
                Descriptors.EventWithoutEndpoint,
                filter.ArgumentLocation(0, cancellation),
                method.Name,
                "an event is a name such as \"push\", a beginning such as \"invoice.*\", or \"*\""
            );
        }
    }

    /// <summary>Two handlers for one filter are equally specific.</summary>
    private static void CheckOverlap(
        IMethodSymbol method,
        AttributeData webhook,
        AttributeData[] filters,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        var shape = RouteTemplate.Shape(webhook.Positional<string>(0) ?? "");
        foreach (var filter in filters)
        {
            var name = filter.Positional<string>(0) ?? "";
            foreach (var (earlier, other) in index.Handlers)
            {
                if (SymbolEqualityComparer.Default.Equals(earlier, method))
                {
                    break;
                }

                if (
                    RouteTemplate.Shape(other.Positional<string>(0) ?? "") == shape
                    && WebhookDeclaration.EventsOf(earlier).Contains(name, StringComparer.Ordinal)
                )
                {
                    report(Descriptors.AmbiguousEvent, filter.ArgumentLocation(0, cancellation), name, earlier.Name);
                }
            }
        }
    }
}
