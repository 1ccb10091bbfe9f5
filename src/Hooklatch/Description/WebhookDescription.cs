using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Description;

/// <summary>
/// What a handler takes and what it answers, for descriptions such as an OpenAPI document. Generated code makes one whenever it is asked to;
/// nothing asks at start-up or while a delivery is received.
/// </summary>
/// <param name="id">A name that is unique in the plugin and stays when the plugin grows: <c>GitHubHooks_OnPush</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookDescription(string id)
{
    /// <summary>A name that is unique in the plugin.</summary>
    public string Id { get; } = id;

    /// <summary>What the path holds.</summary>
    public IReadOnlyList<ValueDescription> Route { get; init; } = [];

    /// <summary>What the query holds.</summary>
    public IReadOnlyList<ValueDescription> Query { get; init; } = [];

    /// <summary>The headers that the handler takes.</summary>
    public IReadOnlyList<ValueDescription> Headers { get; init; } = [];

    /// <summary>The fields and files of a form; <c>address.city</c> and <c>items[*].name</c> are those of form objects.</summary>
    public IReadOnlyList<ValueDescription> Form { get; init; } = [];

    /// <summary>What is taken from a JSON payload, by path; <c>[*]</c> stands for every element of an array.</summary>
    public IReadOnlyList<ValueDescription> Json { get; init; } = [];

    /// <summary>The type of a JSON payload that is read as a whole.</summary>
    public JsonTypeInfo? Payload { get; init; }

    /// <summary>What the handler answers with.</summary>
    public AnswerKind Answer { get; init; }

    /// <summary>The type of a JSON answer; <see langword="null"/> where it may be any document.</summary>
    public JsonTypeInfo? AnswerType { get; init; }

    /// <summary>Whether the handler chooses the status of its answer.</summary>
    public bool ChoosesStatus { get; init; }
}
