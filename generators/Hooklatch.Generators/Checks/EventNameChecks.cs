using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// Diagnostics of names of events that compile and are never received: a malformed one, one that is almost a known one, and one that is not
/// known, which may be newer than the list.
/// </summary>
internal static class EventNameChecks
{
    /// <param name="method">A method that takes events.</param>
    public static void Check(IMethodSymbol method, PluginIndex index, Report report, CancellationToken cancellation)
    {
        var signature = VerificationParser.SignatureOf(method);
        var known = index.Events.Of(signature);
        foreach (var filter in WebhookDeclaration.FiltersOf(method))
        {
            var name = EventParser.NameOf(filter);
            // What is no filter at all is an error already.
            if (!EventParser.IsEvent(name) || known.IsKnown(name))
            {
                continue;
            }

            var place = filter.ArgumentLocation(0, cancellation);
            var text = Literal.String(name);
            if (EventSpelling.Problem(name, known) is { } problem)
            {
                report(Descriptors.NoEvent, place, text, problem);
            }
            else if (known.IsList && NearestEvent.Of(name, known) is { } nearest)
            {
                report(
                    Descriptors.MistypedEvent,
                    place,
                    text,
                    VerificationParser.NameOf(signature!),
                    Literal.String(nearest),
                    signature!.Name
                );
            }
            else if (known.IsList)
            {
                report(Descriptors.UnknownEvent, place, text, VerificationParser.NameOf(signature!), signature!.Name);
            }
        }
    }

    /// <summary>The names of <c>[KnownEvents]</c> on an author's attribute class are names.</summary>
    public static void CheckDeclared(INamedTypeSymbol type, Report report, CancellationToken cancellation)
    {
        if (type.Attribute(Names.KnownEvents) is not { } declared)
        {
            return;
        }

        var constants = EventCatalog.ConstantsOf(type).ToArray();
        if (constants.Length == 0)
        {
            report(
                Descriptors.NoEvent,
                declared.ArgumentLocation(0, cancellation),
                "[KnownEvents]",
                "the class has no constant of type string; add the events to it as constants"
            );
        }

        foreach (var constant in constants.Where(constant => constant.Locations.Any(place => place.IsInSource)))
        {
            CheckName((string)constant.ConstantValue!, constant.Location(), report);
        }
    }

    /// <summary>What <c>[assembly: KnownEvent]</c> adds are names, and they are added to an attribute class.</summary>
    public static void CheckAdded(IAssemblySymbol assembly, Report report, CancellationToken cancellation)
    {
        foreach (var added in assembly.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Names.KnownEvent)))
        {
            if (added.Positional<ITypeSymbol>(0) is { TypeKind: not TypeKind.Error } type && !type.IsOrInherits(Names.Signature))
            {
                report(
                    Descriptors.NoEvent,
                    added.ArgumentLocation(0, cancellation),
                    "[KnownEvent]",
                    $"'{type.Name}' verifies no provider; write the attribute class that does, such as typeof(GitHubSignatureAttribute)"
                );
            }

            foreach (var (name, i) in EventCatalog.NamesIn(added).Select((name, i) => (name, i)))
            {
                CheckName(name, added.ArgumentLocation(i + 1, cancellation), report);
            }
        }
    }

    private static void CheckName(string name, Location? place, Report report)
    {
        var problem = EventParser.IsEvent(name)
            ? EventSpelling.Problem(name, KnownEvents.None)
            : "write a name such as \"push\", the beginning of names such as \"invoice.*\", or \"*\" for every name";
        if (problem is not null)
        {
            report(Descriptors.NoEvent, place, Literal.String(name), problem);
        }
    }
}
