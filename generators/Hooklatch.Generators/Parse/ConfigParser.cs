using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

/// <summary>Reads a <c>[PluginConfig]</c> class.</summary>
internal static class ConfigParser
{
    public static ConfigModel? Parse(INamedTypeSymbol type, Report? report, CancellationToken cancellation)
    {
        var problem =
            type.IsGenericType ? "it is generic"
            : !type.IsReachable(out var obstacle) ? obstacle
            : CreationProblem(type);
        if (problem is not null)
        {
            report?.Invoke(Descriptors.UnsupportedConfigProperty, type.Location(), $"The class '{type.Name}'", problem);
            return null;
        }

        var properties = ParseProperties(type, [], report, cancellation);
        return properties is null
            ? null
            : new ConfigModel
            {
                TypeName = type.ToGlobalName(),
                BinderName = $"{string.Join("_", Chain(type))}_Binder",
                Properties = properties.ToEquatableArray(),
            };
    }

    /// <summary>The properties that configuration can set, base classes first.</summary>
    public static IEnumerable<IPropertySymbol> PropertiesOf(ITypeSymbol type)
    {
        var inherited = type.BaseType is { SpecialType: not SpecialType.System_Object } parent ? PropertiesOf(parent) : [];
        return inherited.Where(IsNotReplaced).Concat(type.GetMembers().OfType<IPropertySymbol>().Where(IsSettable));

        // By an override that has its own setter, or by a member that hides it.
        bool IsNotReplaced(IPropertySymbol property) =>
            type.GetMembers(property.Name).All(member => member is IPropertySymbol { IsOverride: true, SetMethod: null });
    }

    private static bool IsSettable(IPropertySymbol property) =>
        property
            is {
                IsStatic: false,
                IsIndexer: false,
                DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
                SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal
            };

    private static bool IsVisible(IMethodSymbol? method) =>
        method?.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static IEnumerable<string> Chain(INamedTypeSymbol type) =>
        (type.ContainingType is null ? [] : Chain(type.ContainingType)).Append(type.Name);

    private static List<ConfigPropertyModel>? ParseProperties(
        ITypeSymbol type,
        HashSet<ISymbol> enclosing,
        Report? report,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
#pragma warning disable RS1024 // The comparer is given.
        enclosing = new HashSet<ISymbol>(enclosing, SymbolEqualityComparer.Default) { type };
#pragma warning restore RS1024
        var models = new List<ConfigPropertyModel>();
        var isValid = true;
        // What is not configured keeps its value, which must be readable.
        foreach (var property in PropertiesOf(type).Where(property => IsVisible(property.GetMethod)))
        {
            if (Parse(property, enclosing, report, cancellation, out var problem) is { } model)
            {
                models.Add(model);
                continue;
            }

            isValid = false;
            if (problem is not null)
            {
                report?.Invoke(
                    Descriptors.UnsupportedConfigProperty,
                    property.Location(),
                    $"The property '{property.Name}' of type '{property.Type.ToDisplayString()}'",
                    problem
                );
            }
        }

        return isValid ? models : null;
    }

    private static ConfigPropertyModel? Parse(
        IPropertySymbol property,
        HashSet<ISymbol> enclosing,
        Report? report,
        CancellationToken cancellation,
        out string? problem
    )
    {
        problem = null;
        var isNullable = property.Type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
        var type = isNullable ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type;
        if (type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(AdmitsNull))
        {
            problem = "no entry is ever null; leave out the '?' of its elements";
            return null;
        }

        if (KindOf(type, isNullable, out var value, out var conversion) is { } kind)
        {
            return Model(kind, value, conversion, EquatableArray<ConfigPropertyModel>.Empty);
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } nested || enclosing.Contains(type) || IsFramework(nested))
        {
            problem =
                "use text, numbers, TimeSpan, Uri, enumerations, arrays and lists of these, Dictionary<string, string> or an object of these";
            return null;
        }

        problem = CreationProblem(nested);
        if (problem is not null)
        {
            return null;
        }

        return ParseProperties(nested, enclosing, report, cancellation) is { } properties
            ? Model(ConfigKind.Nested, nested, "", properties.ToEquatableArray())
            : null;

        ConfigPropertyModel Model(ConfigKind kind, ITypeSymbol value, string conversion, EquatableArray<ConfigPropertyModel> nested) =>
            new()
            {
                Name = property.Name,
                Kind = kind,
                ValueTypeName = value.ToGlobalName(),
                IsRequired = property.IsRequired,
                Conversion = conversion,
                Nested = nested,
            };
    }

    /// <summary>Why generated code cannot create an object of a class.</summary>
    private static string? CreationProblem(INamedTypeSymbol type) =>
        type.IsAbstract ? $"'{type.Name}' is abstract"
        : !type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && IsVisible(constructor))
            ? $"'{type.Name}' has no public or internal constructor without parameters"
        : null;

    private static bool AdmitsNull(ITypeSymbol element) =>
        element is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } scope
        && (scope == "System" || scope.StartsWith("System.", StringComparison.Ordinal));

    private static ConfigKind? KindOf(ITypeSymbol type, bool isNullable, out ITypeSymbol value, out string conversion)
    {
        value = type;
        conversion = "";
        if (
            type is INamedTypeSymbol
            {
                TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_String }]
            }
        )
        {
            return IsDictionary(type) ? ConfigKind.Dictionary : null;
        }

        if (ElementOf(type, out conversion) is { } element)
        {
            value = element;
            return element.SpecialType is SpecialType.System_String ? ConfigKind.Texts
                : TextParser.Parse(element) is { Shape: TextShape.One, Reader: TextReading.Parsable, IsNullableValue: false }
                    ? ConfigKind.Values
                : null;
        }

        return type.SpecialType is SpecialType.System_String ? ConfigKind.Text
            : type.Is(Names.Uri) ? ConfigKind.Address
            : type.TypeKind is TypeKind.Enum ? (isNullable ? ConfigKind.NullableMember : ConfigKind.Member)
            : TextParser.Parse(type) is { Shape: TextShape.One, Reader: TextReading.Parsable }
                ? (isNullable ? ConfigKind.NullableValue : ConfigKind.Value)
            : null;
    }

    private static bool IsDictionary(ITypeSymbol type) =>
        type.Is("System.Collections.Generic.Dictionary`2")
        || type.Is("System.Collections.Generic.IDictionary`2")
        || type.Is("System.Collections.Generic.IReadOnlyDictionary`2");

    private static ITypeSymbol? ElementOf(ITypeSymbol type, out string conversion)
    {
        conversion = type.Is("System.Collections.Generic.List`1") || type.Is("System.Collections.Generic.IList`1") ? "List" : "";
        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] }
                when conversion.Length > 0
                    || type.Is("System.Collections.Generic.IReadOnlyList`1")
                    || type.Is("System.Collections.Generic.IReadOnlyCollection`1")
                    || type.Is("System.Collections.Generic.IEnumerable`1") => element,
            _ => null,
        };
    }
}
