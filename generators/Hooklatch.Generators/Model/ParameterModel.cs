using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Model;

/// <summary>One parameter of a handler and where its value comes from.</summary>
internal sealed record ParameterModel
{
    /// <summary>The local variable that holds the value, escaped and unique in the generated method.</summary>
    public required string Local { get; init; }

    public required ParameterSource Source { get; init; }

    /// <summary>The name by which the sender knows the value: the header, the query parameter.</summary>
    public required string Key { get; init; }

    /// <summary>How text becomes the value, for sources of text.</summary>
    public TextForm Form { get; init; }

    /// <summary>The type to parse as a <c>global::</c> name without annotations: the element of an array, the value of a nullable.</summary>
    public required string ValueTypeName { get; init; }

    /// <summary>The type of a JSON body as its author annotated it, such as <c>List&lt;string?&gt;</c>.</summary>
    public string AnnotatedTypeName { get; init; } = "";

    /// <summary>Whether a missing value is no error.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether the type is a <c>Nullable&lt;T&gt;</c>.</summary>
    public required bool IsNullableValue { get; init; }

    /// <summary>The author's default value as a C# expression; <see langword="null"/> where there is none.</summary>
    public required string? Default { get; init; }

    /// <summary>Whether a missing value is null although the type does not admit it, as in <c>Push push = null!</c>.</summary>
    public required bool IsForgiven { get; init; }

    /// <summary>How the value is obtained, for <see cref="ParameterSource.Service"/>.</summary>
    public ServiceModel? Service { get; init; }

    /// <summary>The path and its type, for <see cref="ParameterSource.JsonValue"/>.</summary>
    public JsonValueModel? JsonValue { get; init; }

    /// <summary>The serializer context that covers a typed body; filled in when contexts are known.</summary>
    public string? JsonContext { get; init; }
}

internal enum ParameterSource
{
    WebhookContext,
    HttpContext,
    HttpRequest,
    HttpResponse,
    User,
    CancellationToken,
    Service,
    Header,
    Query,
    RawBody,
    JsonElement,
    JsonNode,
    JsonBody,
    JsonValue,
}

/// <summary>How text becomes a value.</summary>
internal enum TextForm
{
    Text,
    Texts,
    StringValues,
    Parsed,
    ParsedArray,
    Member,
    MemberArray,
}
