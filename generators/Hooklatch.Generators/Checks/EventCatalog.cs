using System.Collections.Concurrent;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// The known events of each attribute class, read once per compilation and only when a handler asks: constants of the class that its
/// <c>[KnownEvents]</c> names, and what <c>[assembly: KnownEvent]</c> adds.
/// </summary>
internal sealed class EventCatalog(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, KnownEvents> _known = new(SymbolEqualityComparer.Default);
    private readonly Lazy<AttributeData[]> _added = new(() =>
        [.. compilation.Assembly.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Names.KnownEvent))]
    );

    /// <param name="signature">The attribute class that verifies a handler's sender.</param>
    /// <returns>None where nothing is known of its events, so that every name may be right.</returns>
    public KnownEvents Of(INamedTypeSymbol? signature) =>
        signature is null ? KnownEvents.None : _known.GetOrAdd(signature, type => Read((INamedTypeSymbol)type));

    /// <summary>The constants of the classes that <c>[KnownEvents]</c> on an attribute class or a base of it names.</summary>
    public static IEnumerable<IFieldSymbol> ConstantsOf(INamedTypeSymbol signature) =>
        signature
            .SelfAndBases()
            .SelectMany(type => type.GetAttributes())
            .Where(attribute => attribute.AttributeClass.Is(Names.KnownEvents))
            .Select(attribute => attribute.Positional<INamedTypeSymbol>(0))
            .SelectMany(names => names?.GetMembers().OfType<IFieldSymbol>() ?? [])
            .Where(field => field is { IsConst: true, HasConstantValue: true, ConstantValue: string });

    /// <summary>What a <c>[KnownEvent]</c> adds.</summary>
    public static string[] NamesIn(AttributeData added) =>
        added.ConstructorArguments is [_, { Kind: TypedConstantKind.Array, IsNull: false } names]
            ? [.. names.Values.Select(name => name.Value as string ?? "")]
            : [];

    private KnownEvents Read(INamedTypeSymbol signature)
    {
        var declared = ConstantsOf(signature).Select(field => (string)field.ConstantValue!).ToArray();
        var added = _added
            .Value.Where(attribute =>
                signature.SelfAndBases().Contains(attribute.Positional<ITypeSymbol>(0), SymbolEqualityComparer.Default)
            )
            .SelectMany(NamesIn)
            .ToArray();
        var hasAction = signature.Attribute(Names.EventFrom)?.Named<string>("ActionJsonPath") is not null;
        return declared.Length == 0
            // What a plugin adds to nothing is no list of everything that a provider sends.
            ? new KnownEvents(added, hasAction, isList: false)
            : new KnownEvents([.. declared, .. added], hasAction, isList: true);
    }
}
