using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Forms;

/// <summary>A type that is read from the fields of a form.</summary>
/// <param name="TypeName">As a <c>global::</c> name.</param>
/// <param name="Reader">The generated method that reads it.</param>
/// <param name="Members">Its members, those of the constructor first.</param>
internal sealed record FormTypeModel(string TypeName, string Reader, EquatableArray<FormMemberModel> Members);

/// <summary>A member of a type that is read from a form.</summary>
internal sealed record FormMemberModel
{
    /// <summary>The field's name below the object's own.</summary>
    public required string Key { get; init; }

    /// <summary>The property that is set; <see langword="null"/> for a parameter of the constructor.</summary>
    public required string? Property { get; init; }

    /// <summary>Whether the property is left as its type initialises it where the form does not have it.</summary>
    public required bool KeepsInitialValue { get; init; }

    public required FormMemberKind Kind { get; init; }

    public required bool IsOptional { get; init; }

    public required string? Default { get; init; }

    /// <summary>Whether a reference inside of the member's type may be null, as in <c>List&lt;string?&gt;</c>.</summary>
    public required bool HoldsNullable { get; init; }

    /// <summary>How the value is read, for text.</summary>
    public TextModel? Text { get; init; }

    /// <summary>The generated method that reads the object, for objects and lists of objects.</summary>
    public string? Reader { get; init; }

    /// <summary>The type of the object, for objects and lists of objects.</summary>
    public string? TypeName { get; init; }

    /// <summary>Whether a list is a <c>List&lt;T&gt;</c> and not an array.</summary>
    public bool IsList { get; init; }
}

internal enum FormMemberKind
{
    Text,
    File,
    Files,
    Object,
    Objects,
}
