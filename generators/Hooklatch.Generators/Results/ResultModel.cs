namespace Hooklatch.Generators.Results;

/// <summary>What a handler's task carries.</summary>
internal sealed record ResultModel
{
    /// <summary>The name of the kind of answer.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the value is the first half of <c>(T body, int status)</c>.</summary>
    public required bool HasStatus { get; init; }

    /// <summary>The value's type as a <c>global::</c> name, where a serializer context must cover it.</summary>
    public required string TypeName { get; init; }

    /// <summary>The same as its author annotated it, such as <c>List&lt;string?&gt;?</c>.</summary>
    public string AnnotatedTypeName { get; init; } = "";

    /// <summary>The serializer context that covers the type; filled in when contexts are known.</summary>
    public string? JsonContext { get; init; }
}
