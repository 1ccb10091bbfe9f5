using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Description;

/// <summary>
/// What a handler takes and what it answers, for descriptions such as an OpenAPI document. Generated code fills one in whenever it is asked to;
/// nothing asks at start-up or while a delivery is received.
/// </summary>
/// <param name="id">A name that is unique in the plugin and stays when the plugin grows: <c>GitHubHooks_OnPush</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookDescription(string id)
{
    private readonly List<ValueDescription> _route = [];
    private readonly List<ValueDescription> _query = [];
    private readonly List<ValueDescription> _headers = [];
    private readonly List<ValueDescription> _form = [];
    private readonly List<ValueDescription> _json = [];

    /// <summary>A name that is unique in the plugin.</summary>
    public string Id { get; } = id;

    /// <summary>What the path holds.</summary>
    public IReadOnlyList<ValueDescription> Route => _route;

    /// <summary>What the query holds.</summary>
    public IReadOnlyList<ValueDescription> Query => _query;

    /// <summary>The headers that the handler takes.</summary>
    public IReadOnlyList<ValueDescription> Headers => _headers;

    /// <summary>The fields and files of a form; <c>address.city</c> and <c>items[*].name</c> are those of form objects.</summary>
    public IReadOnlyList<ValueDescription> Form => _form;

    /// <summary>What is taken from a JSON payload, by path; <c>[*]</c> stands for every element of an array.</summary>
    public IReadOnlyList<ValueDescription> Json => _json;

    /// <summary>The type of a JSON payload that is read as a whole.</summary>
    public JsonTypeInfo? Payload { get; private set; }

    /// <summary>What the handler answers with.</summary>
    public AnswerKind Answer { get; private set; }

    /// <summary>The type of a JSON answer; <see langword="null"/> where it may be any document.</summary>
    public JsonTypeInfo? AnswerType { get; private set; }

    /// <summary>Whether the handler chooses the status of its answer.</summary>
    public bool ChoosesStatus { get; private set; }

    /// <summary>Adds a value of the path.</summary>
    public WebhookDescription AddRoute(ValueDescription value) => Add(_route, value);

    /// <summary>Adds a value of the query.</summary>
    public WebhookDescription AddQuery(ValueDescription value) => Add(_query, value);

    /// <summary>Adds a header.</summary>
    public WebhookDescription AddHeader(ValueDescription value) => Add(_headers, value);

    /// <summary>Adds a field or a file of a form.</summary>
    public WebhookDescription AddForm(ValueDescription value) => Add(_form, value);

    /// <summary>Adds a value of a JSON payload.</summary>
    public WebhookDescription AddJson(ValueDescription value) => Add(_json, value);

    /// <summary>Sets the type of a JSON payload that is read as a whole.</summary>
    public WebhookDescription AddPayload(JsonTypeInfo type)
    {
        Payload = type;
        return this;
    }

    /// <summary>Sets what the handler answers with.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="type">The type of a JSON answer; <see langword="null"/> where it may be any document.</param>
    /// <param name="choosesStatus">Whether the handler chooses the status.</param>
    public WebhookDescription AddAnswer(AnswerKind kind, JsonTypeInfo? type = null, bool choosesStatus = false)
    {
        (Answer, AnswerType, ChoosesStatus) = (kind, type, choosesStatus);
        return this;
    }

    private WebhookDescription Add(List<ValueDescription> values, ValueDescription value)
    {
        values.Add(value);
        return this;
    }
}
