using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Handlers;

/// <summary>Reads which events of its endpoint a handler takes.</summary>
internal static class EventParser
{
    /// <param name="events">Each once; none for a handler that has its endpoint to itself.</param>
    public static bool TryParse(IMethodSymbol method, Report? report, CancellationToken cancellation, out string[] events)
    {
        var isValid = true;
        foreach (var filter in WebhookDeclaration.FiltersOf(method))
        {
            var name = NameOf(filter);
            if (!IsEvent(name))
            {
                isValid = false;
                report?.Invoke(Descriptors.MalformedEvent, filter.ArgumentLocation(0, cancellation), Literal.String(name));
            }
        }

        events = EventsOf(method);
        return isValid;
    }

    public static string[] EventsOf(IMethodSymbol method) =>
        [.. WebhookDeclaration.FiltersOf(method).Select(NameOf).Distinct(StringComparer.Ordinal)];

    public static string NameOf(AttributeData filter) => filter.Positional<string>(0) ?? "";

    /// <summary>A name, the beginning of names up to a dot, or whatever is left.</summary>
    public static bool IsEvent(string name) =>
        name.IndexOf('*') is var star && star < 0
            ? name.Trim().Length > 0
            : name == "*" || (star == name.Length - 1 && star > 1 && name[star - 1] == '.');
}
