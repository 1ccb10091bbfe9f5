using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Forms;

/// <summary>
/// Reads the types that a form object is made of. Each gets a reader of its own, so that a type may contain itself.
/// </summary>
internal sealed class FormTypeParser(CancellationToken cancellation)
{
    private readonly Dictionary<string, string> _readers = new(StringComparer.Ordinal);
    private readonly List<FormTypeModel> _types = [];
    private readonly NameScope _names = new();
    private ImmutableStack<ITypeSymbol> _enclosing = [];
    private string? _problem;

    public IReadOnlyList<FormTypeModel> Types => _types;

    /// <param name="type">The type of a parameter.</param>
    /// <param name="problem">Why the type cannot be read, if it cannot.</param>
    /// <returns>The generated method that reads the type.</returns>
    public string ParseObject(ITypeSymbol type, out string? problem)
    {
        _problem = null;
        var reader = Parse(type);
        problem = _problem;
        return reader;
    }

    private string Parse(ITypeSymbol type)
    {
        cancellation.ThrowIfCancellationRequested();
        type = Subject(type);
        var name = type.ToNotNullName();
        if (_readers.TryGetValue(name, out var known))
        {
            return known;
        }

        var reader = _names.Unique($"Read{type.Name}");
        _readers.Add(name, reader);
        if (EndlessType.Is(type, _enclosing))
        {
            _problem ??= EndlessType.Problem(type);
            return reader;
        }

        var (members, problem) = ConstructionParser.Parse(type);
        if (problem is not null)
        {
            _problem ??= $"'{type.ToDisplayString()}' cannot be read from a form: {problem}";
            return reader;
        }

        var around = _enclosing;
        _enclosing = _enclosing.Push(type);
        _types.Add(new FormTypeModel(name, reader, members.Select(Parse).ToEquatableArray()));
        _enclosing = around;
        return reader;
    }

    /// <summary>The type of the value, for a struct that may be missing.</summary>
    private static ITypeSymbol Subject(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private FormMemberModel Parse(ConstructionParser.Member member)
    {
        var (target, type) = (member.Bindable, member.Bindable.Type);
        var mayBeLeft = target.Symbol is IPropertySymbol { IsRequired: false };
        var model = new FormMemberModel
        {
            Key = target.Attribute(Names.FromForm)?.Named<string>("Name") ?? member.Name,
            Property = member.Property,
            KeepsInitialValue = mayBeLeft && target.Symbol is IPropertySymbol { SetMethod.IsInitOnly: false },
            Kind = FormMemberKind.Text,
            IsOptional = target.IsOptional || mayBeLeft,
            HoldsNullable = type.HoldsNullable() || target.ForbidsNull,
            Default = target.Default ?? (mayBeLeft && !target.IsOptional ? "default!" : null),
        };
        var shape = TextParser.ElementOf(type, out var element);
        if (TextParser.Parse(type) is { } text)
        {
            return model with { Text = text };
        }

        if (element.Is(Names.FormFile))
        {
            return model with
            {
                Kind = shape is TextShape.One ? FormMemberKind.File : FormMemberKind.Files,
                IsList = shape is TextShape.List,
            };
        }

        if (element is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None })
        {
            _problem ??= $"'{type.ToDisplayString()}' of '{member.Name}' cannot be read from a form";
            return model;
        }

        return model with
        {
            Kind = shape is TextShape.One ? FormMemberKind.Object : FormMemberKind.Objects,
            Reader = Parse(element),
            TypeName = element.ToNotNullName(),
            IsList = shape is TextShape.List,
        };
    }
}
