using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Configuration;

/// <summary>Tells how the properties of a configuration class are read, and those of the objects in them.</summary>
internal sealed class ConfigValueParser(Report? report, CancellationToken cancellation)
{
    private const string Supported =
        "use text, numbers, TimeSpan, Uri, enumerations, objects of these, and arrays, lists and dictionaries of any of these";

    private static readonly string[] Dictionaries =
    [
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.IReadOnlyDictionary`2",
    ];

    private static readonly string[] Lists = ["System.Collections.Generic.List`1", "System.Collections.Generic.IList`1"];

    private static readonly string[] ReadOnlyLists =
    [
        "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IEnumerable`1",
    ];

#pragma warning disable RS1024 // The comparer is given.
    private readonly HashSet<ITypeSymbol> _checked = new(SymbolEqualityComparer.Default);
#pragma warning restore RS1024

    /// <summary>The objects around the property that is being read; none may contain itself.</summary>
    private ImmutableStack<ITypeSymbol> _enclosing = [];

    /// <returns>The properties, or <see langword="null"/> where one cannot be read.</returns>
    public List<ConfigPropertyModel>? ParseProperties(INamedTypeSymbol type)
    {
        cancellation.ThrowIfCancellationRequested();
        UnsettableProperties.Check(type, _checked, report);
        var around = _enclosing;
        _enclosing = _enclosing.Push(type);
        // What is not configured keeps its value, which must be readable.
        var properties = SettableProperties.Of(type).Where(property => IsVisible(property.GetMethod)).Select(Parse).ToArray();
        _enclosing = around;
        return properties.All(property => property is not null) ? [.. properties.OfType<ConfigPropertyModel>()] : null;
    }

    /// <summary>Why generated code cannot create an object of a class.</summary>
    public static string? CreationProblem(INamedTypeSymbol type) =>
        type.IsStatic ? $"'{type.Name}' is static"
        : type.IsAbstract ? $"'{type.Name}' is abstract"
        : !type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && IsVisible(constructor))
            ? $"'{type.Name}' has no public or internal constructor without parameters"
        : type.UnsetRequiredMember(
            SettableProperties.Of(type).Where(property => IsVisible(property.GetMethod)).Select(property => property.Name)
        )
            is { } required
            ? $"configuration cannot set '{required.Name}', which is required"
        : null;

    public static bool IsDictionary(ITypeSymbol type) => Dictionaries.Any(type.Is);

    /// <summary>Whether a type is a class of somebody's own, whose properties are read.</summary>
    public static bool IsObject(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && !IsFramework(named);

    private ConfigPropertyModel? Parse(IPropertySymbol property)
    {
        if (property.Type.IsBroken())
        {
            return null;
        }

        string? problem = null;
        var value = Parse(property.Type, ref problem);
        var isSecret = property.Attribute(Names.Secret) is not null;
        if (problem is null && isSecret && value is not null && !IsText(value))
        {
            problem = "a secret is text, an array or list of texts, or Dictionary<string, string>";
        }

        if (problem is not null)
        {
            report?.Invoke(
                Descriptors.UnsupportedConfigProperty,
                property.Location(),
                $"The property '{property.Name}' of type '{property.Type.ToDisplayString()}'",
                problem
            );
        }

        return value is null || problem is not null
            ? null
            : new ConfigPropertyModel
            {
                Name = property.Name,
                Value = value,
                IsRequired = property.IsRequired,
                IsSecret = isSecret,
                IsNullable = property.Type is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated },
                ForbidsNull = property.Attribute(Names.DisallowNull) is not null,
                Description = Documentation.SummaryOf(property, cancellation),
                Default = isSecret ? null : ConfigDefault.Of(property, cancellation),
            };
    }

    /// <returns>The value, or <see langword="null"/> where it or something in it cannot be read; what is said already is no problem here.</returns>
    private ConfigValueModel? Parse(ITypeSymbol type, ref string? problem)
    {
        var value = Underlying(type);
        var isNullableValue = !SymbolEqualityComparer.Default.Equals(value, type);
        if (Scalar(value) is { } scalar)
        {
            return scalar with { IsNullableValue = isNullableValue };
        }

        if (ElementOf(value, out var kind) is { } element)
        {
            return Collection(kind, value, element, ref problem);
        }

        if (!IsObject(value) || value is not INamedTypeSymbol nested || IsAround(value))
        {
            problem = Supported;
            return null;
        }

        problem = EndlessType.Is(nested, _enclosing) ? EndlessType.Problem(nested) : CreationProblem(nested);
        return problem is null && ParseProperties(nested) is { } properties
            ? new ConfigValueModel
            {
                Kind = ConfigKind.Object,
                TypeName = nested.ToNotNullName(),
                Properties = properties.ToEquatableArray(),
            }
            : null;
    }

    private ConfigValueModel? Collection(ConfigKind kind, ITypeSymbol type, ITypeSymbol element, ref string? problem)
    {
        if (element.NullableAnnotation is NullableAnnotation.Annotated)
        {
            problem = "no entry is ever null; leave out the '?' of its elements";
            return null;
        }

        if (Parse(element, ref problem) is not { } inner)
        {
            return null;
        }

        if (kind is not ConfigKind.Dictionary && inner.HoldsSecret)
        {
            problem = "a secret in a list would change its owner when an entry before it is removed; use Dictionary<string, T>";
            return null;
        }

        return new ConfigValueModel
        {
            Kind = kind,
            TypeName = type.ToNotNullName(),
            Element = inner,
        };
    }

    private bool IsAround(ITypeSymbol type) => _enclosing.Any(around => SymbolEqualityComparer.Default.Equals(around, type));

    private static ConfigValueModel? Scalar(ITypeSymbol type)
    {
        var model = new ConfigValueModel { Kind = ConfigKind.Text, TypeName = type.ToNotNullName() };
        return type.SpecialType is SpecialType.System_String ? model
            : type.Is(Names.Uri) ? model with { Kind = ConfigKind.Address }
            : type.TypeKind is TypeKind.Enum ? model with { Kind = ConfigKind.Member, Members = MembersOf(type).ToEquatableArray() }
            : TextParser.Parse(type) is { Shape: TextShape.One, Reader: TextReading.Parsable }
                ? model with
                {
                    Kind = ConfigKind.Value,
                    JsonType = JsonTypeOf(type),
                }
            : null;
    }

    private static bool IsText(ConfigValueModel value) => value.Kind is ConfigKind.Text || value.Element is { Kind: ConfigKind.Text };

    private static bool IsVisible(IMethodSymbol? method) =>
        method?.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static IEnumerable<string> MembersOf(ITypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.Name);

    private static string JsonTypeOf(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_Boolean => "boolean",
            >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => "integer",
            SpecialType.System_Decimal or SpecialType.System_Single or SpecialType.System_Double => "number",
            _ => "string",
        };

    private static ITypeSymbol? ElementOf(ITypeSymbol type, out ConfigKind kind)
    {
        kind =
            type is IArrayTypeSymbol ? ConfigKind.Array
            : Lists.Any(type.Is) ? ConfigKind.List
            : ReadOnlyLists.Any(type.Is) ? ConfigKind.Array
            : ConfigKind.Dictionary;
        return type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] } when kind is not ConfigKind.Dictionary => element,
            INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }, var value] } when IsDictionary(type) => value,
            _ => null,
        };
    }

    private static bool IsFramework(INamedTypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() is { } scope
        && (scope == "System" || scope.StartsWith("System.", StringComparison.Ordinal));
}
