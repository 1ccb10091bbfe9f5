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

    public IReadOnlyList<FormTypeModel> Types => _types;

    /// <summary>Why the type cannot be read, if it cannot.</summary>
    public string? Problem { get; private set; }

    /// <returns>The generated method that reads the type.</returns>
    public string Parse(ITypeSymbol type)
    {
        cancellation.ThrowIfCancellationRequested();
        var name = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToGlobalName();
        if (_readers.TryGetValue(name, out var known))
        {
            return known;
        }

        var reader = _names.Unique($"Read{type.Name}");
        _readers.Add(name, reader);
        var (members, problem) = ConstructionParser.Parse(type);
        if (problem is not null)
        {
            Problem ??= $"'{type.ToDisplayString()}' cannot be read from a form: {problem}";
            return reader;
        }

        _types.Add(new FormTypeModel(name, reader, members.Select(Parse).ToEquatableArray()));
        return reader;
    }

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
            HoldsNullable = type.HoldsNullable(),
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
            Problem ??= $"'{type.ToDisplayString()}' of '{member.Name}' cannot be read from a form";
            return model;
        }

        return model with
        {
            Kind = shape is TextShape.One ? FormMemberKind.Object : FormMemberKind.Objects,
            Reader = Parse(element),
            TypeName = element.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToGlobalName(),
            IsList = shape is TextShape.List,
        };
    }
}
