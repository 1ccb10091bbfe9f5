using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Json;

/// <summary>
/// Reads a <c>JsonSerializerContext</c>: which types it covers. Generators do not see each other's output, so the types that
/// System.Text.Json's generator reaches from the listed ones are followed here by its rules.
/// </summary>
internal static class JsonContextParser
{
    public static JsonContextModel? Parse(INamedTypeSymbol context, CancellationToken cancellation)
    {
        // System.Text.Json's generator completes nothing else.
        var isCompleted =
            context.IsOrInherits(Names.JsonSerializerContext)
            && !context.IsAbstract
            && context.GetAttributes().All(attribute => !attribute.AttributeClass.Is(Names.JsonSerializable) || attribute.IsApplied())
            && context.SelfAndContaining().All(type => !type.IsGenericType && type.IsPartial(cancellation));
        if (!isCompleted || !context.IsReachable())
        {
            return null;
        }

        var reached = new Dictionary<string, ITypeSymbol>(StringComparer.Ordinal);
        ReachAll(context, reached, cancellation);
        return new JsonContextModel(
            context.ToGlobalName(),
            FieldNameOf(context),
            context.Attribute(Names.JsonSourceGenerationOptions) is not null,
            reached.Keys.OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray(),
            ListedIn(context)
                .Select(type => type.ToGlobalName())
                .Distinct(StringComparer.Ordinal)
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray(),
            new MarkFinder(context.ContainingAssembly, cancellation).Use(context).Found
        );
    }

    /// <summary>The types that a context lists, and all that are reachable from them.</summary>
    public static IEnumerable<ITypeSymbol> TypesOf(INamedTypeSymbol context, CancellationToken cancellation)
    {
        var reached = new Dictionary<string, ITypeSymbol>(StringComparer.Ordinal);
        ReachAll(context, reached, cancellation);
        return reached.Values;
    }

    private static void ReachAll(INamedTypeSymbol context, Dictionary<string, ITypeSymbol> reached, CancellationToken cancellation)
    {
        foreach (var listed in ListedIn(context))
        {
            Reach(listed, [], reached, cancellation);
        }
    }

    private static IEnumerable<ITypeSymbol> ListedIn(INamedTypeSymbol context) =>
        context
            .GetAttributes()
            .Where(attribute => attribute.AttributeClass.Is(Names.JsonSerializable))
            .Select(attribute =>
                attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Type, Value: ITypeSymbol listed }] ? listed : null
            )
            .OfType<ITypeSymbol>();

    private static string FieldNameOf(INamedTypeSymbol context) =>
        context.ContainingType is not null ? $"{context.ContainingType.Name}_{context.Name}"
        // A member cannot have the name of the generated class around it.
        : context.Name == "Json" ? "Json_"
        : context.Name;

    private static void Reach(
        ITypeSymbol type,
        ImmutableStack<ITypeSymbol> around,
        Dictionary<string, ITypeSymbol> reached,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var name = type.ToGlobalName();
        if (type.IsBroken() || reached.ContainsKey(name) || EndlessType.Is(type, around))
        {
            return;
        }

        reached.Add(name, type);
        around = around.Push(type);
        foreach (var next in Next(type))
        {
            Reach(next, around, reached, cancellation);
        }
    }

    private static IEnumerable<ITypeSymbol> Next(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => [array.ElementType],
            // Nullable, collections and dictionaries bring their arguments; simple values bring nothing.
            INamedTypeSymbol named when IsFramework(named) => named.TypeArguments,
            INamedTypeSymbol { TypeKind: TypeKind.Enum } => [],
            INamedTypeSymbol named => MembersOf(named),
            _ => [],
        };

    private static IEnumerable<ITypeSymbol> MembersOf(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers().Where(member => !member.IsStatic && IsSerialized(member)))
            {
                switch (member)
                {
                    case IPropertySymbol { IsIndexer: false } property:
                        yield return property.Type;
                        break;
                    case IFieldSymbol { IsImplicitlyDeclared: false } field when field.Attribute(Names.JsonInclude) is not null:
                        yield return field.Type;
                        break;
                    default:
                        break;
                }
            }

            foreach (var argument in current.AllInterfaces.Where(IsCollection).SelectMany(collection => collection.TypeArguments))
            {
                yield return argument;
            }
        }
    }

    /// <summary>Whether a context writes a member.</summary>
    public static bool IsSerialized(ISymbol member) =>
        (member.DeclaredAccessibility is Accessibility.Public || member.Attribute(Names.JsonInclude) is not null)
        && (member.Attribute(Names.JsonIgnore) is not { } ignore || !IsAlways(ignore));

    /// <summary><c>JsonIgnoreCondition.Always</c>, which is also what a bare <c>[JsonIgnore]</c> means.</summary>
    private static bool IsAlways(AttributeData ignore) =>
        !ignore.NamedArguments.Any(argument => argument is { Key: "Condition", Value.Value: not 1 });

    private static bool IsCollection(INamedTypeSymbol type) => type.Is("System.Collections.Generic.IEnumerable`1");

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } scope
        && (scope == "System" || scope.StartsWith("System.", StringComparison.Ordinal));
}
