using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>
/// Follows the objects that a value is made of. Each type is read once, so that a type may contain itself; what has nothing to check
/// anywhere below it is left out.
/// </summary>
/// <param name="rules">Reads the rules.</param>
/// <param name="source">What the value is read from.</param>
/// <param name="cancellation">Cancels.</param>
/// <param name="own">The assembly whose internal properties are filled, as configuration fills them; a request fills public ones alone.</param>
internal sealed class ValidatedTypeParser(RuleParser rules, ValueSource source, CancellationToken cancellation, IAssemblySymbol? own = null)
{
    private readonly Dictionary<string, ValidatedTypeModel?> _types = new(StringComparer.Ordinal);
    private ImmutableStack<ITypeSymbol> _enclosing = [];

    /// <summary>Whether a value of a type may have members to check.</summary>
    public static bool MayReach(ITypeSymbol type) => IsObject(type) || Collections.ItemOf(type) is not null;

    /// <summary>Reads a value.</summary>
    public ValidatedValueModel Parse(Subject subject) =>
        new()
        {
            Name = subject.Name,
            GivenKey = MemberNames.Given(subject.Attributes, source),
            DisplayName = subject.DisplayName,
            Rules = rules.Parse(subject),
            Reach = Reach(subject.Type),
            IsImmutableArray = subject.Type.Is("System.Collections.Immutable.ImmutableArray`1"),
        };

    /// <summary>Reads an object that carries no rules but those of its type.</summary>
    public ValidatedValueModel ParseObject(INamedTypeSymbol type) =>
        new()
        {
            Name = type.Name,
            GivenKey = null,
            DisplayName = type.Name,
            Rules = EquatableArray<RuleModel>.Empty,
            Reach = Reach(type),
            IsImmutableArray = false,
        };

    /// <summary>The types with something to check, and a value without the ways to any other.</summary>
    public (ValidatedValueModel Value, EquatableArray<ValidatedTypeModel> Types) Prune(ValidatedValueModel value)
    {
        var all = _types.Values.OfType<ValidatedTypeModel>().ToArray();
        var kept = new HashSet<string>(StringComparer.Ordinal);
        while (all.Where(type => HasChecks(type, kept)).Aggregate(false, (isNew, type) => kept.Add(type.TypeName) | isNew)) { }

        return (Prune(value, kept), all.Where(type => kept.Contains(type.TypeName)).Select(type => Prune(type, kept)).ToEquatableArray());
    }

    private static bool HasChecks(ValidatedTypeModel type, HashSet<string> kept) =>
        type.IsCheckedAsWhole || type.Members.Any(member => Prune(member, kept).IsChecked) || type.Derived.Any(kept.Contains);

    private static ValidatedTypeModel Prune(ValidatedTypeModel type, HashSet<string> kept) =>
        type with
        {
            Members = type.Members.Select(member => Prune(member, kept)).ToEquatableArray(),
            Derived = type.Derived.Where(kept.Contains).ToEquatableArray(),
        };

    private static ValidatedValueModel Prune(ValidatedValueModel value, HashSet<string> kept) =>
        value.Reach is { } reach && !kept.Contains(reach.ObjectType) ? value with { Reach = null } : value;

    private ReachModel? Reach(ITypeSymbol type)
    {
        cancellation.ThrowIfCancellationRequested();
        type = Subject.ValueOf(type);
        if (Collections.ItemOf(type) is { } item)
        {
            var value = Collections.ValueOf(item);
            return Reach(value ?? item) is { } inner
                ? new ReachModel(value is null ? ReachKind.Items : ReachKind.Entries, type.ToGlobalName(), inner)
                : null;
        }

        if (type is not INamedTypeSymbol named || !IsObject(named))
        {
            return null;
        }

        ParseType(named);
        return new ReachModel(ReachKind.Members, named.ToGlobalName());
    }

    private void ParseType(INamedTypeSymbol type)
    {
        var name = type.ToGlobalName();
        if (_types.ContainsKey(name))
        {
            return;
        }

        // Reserved before its members are read, which may lead back to it.
        _types.Add(name, null);
        if (EndlessType.Is(type, _enclosing))
        {
            rules.ReportEndless(type);
            return;
        }

        var around = _enclosing;
        _enclosing = _enclosing.Push(type);
        var derived = DerivedFrom(type).ToArray();
        foreach (var other in derived)
        {
            ParseType(other);
        }

        _types[name] = new ValidatedTypeModel
        {
            TypeName = name,
            Name = type.Name,
            Members = PropertiesOf(type, own)
                .Where(IsSent)
                .Select(property => Parse(Subject.Of(property, property.Type)))
                .ToEquatableArray(),
            Rules = rules.Parse(Subject.Of(type)),
            ValidatesItself = type.Implements(DataAnnotations.ValidatableObject),
            Derived = derived.Select(other => other.ToGlobalName()).ToEquatableArray(),
        };
        _enclosing = around;
    }

    public static bool IsObject(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface,
                SpecialType: SpecialType.None,
                IsTupleType: false
            }
        && OutermostScopeOf(type) is not ("System" or "Microsoft");

    private static string? OutermostScopeOf(ITypeSymbol type)
    {
        var scope = type.ContainingNamespace;
        while (scope is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            scope = scope.ContainingNamespace;
        }

        return scope?.Name;
    }

    /// <summary>Those of its base first; of several of one name, the nearest.</summary>
    public static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type, IAssemblySymbol? own = null) =>
        Subject
            .BasesOf(type)
            .Concat(type.TypeKind is TypeKind.Interface ? type.AllInterfaces : [])
            .SelectMany((current, depth) => current.GetMembers().OfType<IPropertySymbol>().Select(property => (property, depth)))
            .Where(member => IsReadable(member.property, own))
            .GroupBy(member => member.property.Name, StringComparer.Ordinal)
            .Select(same => same.First())
            .OrderByDescending(member => member.depth)
            .Select(member => member.property);

    private static bool IsReadable(IPropertySymbol property, IAssemblySymbol? own)
    {
        var isOwn = own is not null && SymbolEqualityComparer.Default.Equals(property.ContainingAssembly, own);
        return property is { IsStatic: false, IsIndexer: false, GetMethod: { } getter }
            && IsVisible(property.DeclaredAccessibility)
            && IsVisible(getter.DeclaredAccessibility);

        bool IsVisible(Accessibility accessibility) =>
            accessibility is Accessibility.Public
            || isOwn && accessibility is (Accessibility.Internal or Accessibility.ProtectedOrInternal);
    }

    /// <summary>A property that JSON ignores is the author's own business.</summary>
    private bool IsSent(IPropertySymbol property) =>
        source is not ValueSource.Json
        || property.Attribute(Names.JsonIgnore) is not { } ignore
        || ignore.NamedArguments.Any(argument => argument is { Key: "Condition", Value.Value: not 1 });

    /// <summary>What JSON may put in the place of a type, the most derived first.</summary>
    private IEnumerable<INamedTypeSymbol> DerivedFrom(INamedTypeSymbol type) =>
        type.GetAttributes()
            .Where(attribute =>
                source is ValueSource.Json
                && attribute.AttributeClass.Is("System.Text.Json.Serialization.JsonDerivedTypeAttribute")
                && !SymbolEqualityComparer.Default.Equals(attribute.Positional<INamedTypeSymbol>(0), type)
            )
            .Select(attribute => attribute.Positional<INamedTypeSymbol>(0))
            .OfType<INamedTypeSymbol>()
            .OrderByDescending(derived => Subject.BasesOf(derived).Count());
}
