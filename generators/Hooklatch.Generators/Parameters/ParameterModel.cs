using Hooklatch.Generators.Common;
using Hooklatch.Generators.Forms;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Services;
using Hooklatch.Generators.Text;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Parameters;

/// <summary>One parameter of a handler and where its value comes from.</summary>
internal sealed record ParameterModel
{
    /// <summary>The local variable that holds the value, escaped and unique in the generated method.</summary>
    public required string Local { get; init; }

    /// <summary>The name of the source that the value comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The name by which the sender knows the value: the header, the query parameter, the form field.</summary>
    public required string Key { get; init; }

    /// <summary>The type as a <c>global::</c> name without annotations.</summary>
    public required string TypeName { get; init; }

    /// <summary>The type of a JSON body as its author annotated it, such as <c>List&lt;string?&gt;</c>.</summary>
    public required string AnnotatedTypeName { get; init; }

    /// <summary>Whether a missing value is no error.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether a missing value is null although the type does not admit it, as in <c>Push push = null!</c>.</summary>
    public required bool IsForgiven { get; init; }

    /// <summary>Whether a reference inside of the type may be null, as in <c>List&lt;string?&gt;</c>.</summary>
    public required bool HoldsNullable { get; init; }

    /// <summary>Whether <c>[DisallowNull]</c> forbids the null that a missing value is.</summary>
    public bool ForbidsNull { get; init; }

    /// <summary>Whether <c>[NotCredential]</c> says that the value is none, whatever its name sounds like.</summary>
    public bool IsNoCredential { get; init; }

    /// <summary>The author's default value as a C# expression; <see langword="null"/> where there is none.</summary>
    public required string? Default { get; init; }

    /// <summary>What the names of the handler's generated members begin with; empty until names are resolved.</summary>
    public string Handler { get; init; } = "";

    /// <summary>How the value is read, for sources of text.</summary>
    public TextModel? Text { get; init; }

    /// <summary>How the value is obtained, for a service.</summary>
    public ServiceModel? Service { get; init; }

    /// <summary>The path and its type, for a value in a JSON body.</summary>
    public JsonValueModel? JsonValue { get; init; }

    /// <summary>The serializer context that covers a typed body; filled in when contexts are known.</summary>
    public string? JsonContext { get; init; }

    /// <summary>What an object is made of, each part with a source of its own; <see langword="null"/> for one value.</summary>
    public ObjectModel? Object { get; init; }

    /// <summary>The method that reads an object, for an object from a form.</summary>
    public string? FormReader { get; init; }

    /// <summary>The types that are read from a form for this parameter.</summary>
    public EquatableArray<FormTypeModel> FormTypes { get; init; }

    /// <summary>What the value must satisfy; <see langword="null"/> where there is nothing to check.</summary>
    public ValidationModel? Validation { get; init; }

    /// <summary>Whether generated code fills or checks members of the value.</summary>
    public bool HasMembers => Object is not null || FormReader is not null || Validation is { Types.Count: > 0 };

    /// <summary>This parameter and all that it is made of.</summary>
    public IEnumerable<ParameterModel> Leaves() =>
        Object is { } parts ? parts.Members.SelectMany(member => member.Parameter.Leaves()) : [this];
}

/// <summary>An <c>[AsParameters]</c> object.</summary>
/// <param name="Members">Its members, those of the constructor first.</param>
internal sealed record ObjectModel(EquatableArray<MemberModel> Members);

/// <summary>A member of an <c>[AsParameters]</c> object.</summary>
/// <param name="Property">The property that is set; <see langword="null"/> for a parameter of the constructor.</param>
/// <param name="Parameter">Where its value comes from.</param>
internal sealed record MemberModel(string? Property, ParameterModel Parameter);
