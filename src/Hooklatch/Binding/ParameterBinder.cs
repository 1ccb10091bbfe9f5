using System.ComponentModel;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Binding;

/// <summary>
/// Binds the parameters of one verified delivery. Generated code asks it for one parameter after the other and then, once, whether anything
/// was wrong.
/// </summary>
/// <param name="delivery">The delivery.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParameterBinder(Delivery delivery)
{
    private const string Body = "$";

    /// <summary>Whether the method is not called: a parameter has no value that it could be called with, or the delivery is a test that ends here.</summary>
    public bool IsRejected => IsIncomplete || delivery.StopsBeforeHandler;

    /// <summary>Whether a parameter has no value that an object could be made of, whose own rules are checked next.</summary>
    public bool IsIncomplete => delivery.Rejected is not null || !Errors.IsEmpty;

    /// <summary>Why the delivery is rejected, where <see cref="IsRejected"/> says so.</summary>
    public WebhookResult Rejected() =>
        delivery.Rejected is { } rejected ? rejected
        : delivery.StopsBeforeHandler && Errors.IsEmpty ? delivery.EndBound()
        : Errors;

    /// <summary><see cref="Rejected"/> for a method that has nothing to wait for.</summary>
    public ValueTask<WebhookResult> RejectedAsync() => new(Rejected());

    /// <summary>What is wrong with the parameters so far.</summary>
    public BindingErrors Errors => new(delivery);

    /// <summary>The body as JSON text: without the byte order mark that some senders put before it (RFC 8259 section 8.1).</summary>
    private ReadOnlyMemory<byte> Document => WithoutMark(delivery.Body?.Memory ?? default);

    /// <summary>A header.</summary>
    public TextValue Header(string name) => new(delivery, ValueSources.Header, name, delivery.Headers[name]);

    /// <summary>A query parameter.</summary>
    public TextValue Query(string name) => new(delivery, ValueSources.Query, name, delivery.Query[name]);

    /// <summary>The entries of a header that is a list: repeated, or separated by commas (RFC 9110 section 5.3).</summary>
    public TextValue HeaderList(string name) => new(delivery, ValueSources.Header, name, delivery.Headers.GetCommaSeparatedValues(name));

    /// <summary>A parameter of the endpoint's template.</summary>
    public TextValue Route(string name) =>
        new(
            delivery,
            ValueSources.Route,
            name,
            delivery.RouteValues.TryGetValue(name, out var value) ? (string?)value : default(StringValues)
        );

    /// <summary>A field of the form.</summary>
    public TextValue Form(string name) => new(delivery, ValueSources.Form, name, delivery.Form[name]);

    /// <summary>The whole form.</summary>
    public IFormCollection Form() => delivery.Form;

    /// <summary>The form as the members of an object.</summary>
    public FormScope FormObject() => new(delivery, delivery.Form, "");

    /// <summary>A file of the form; missing is an error.</summary>
    public IFormFile File(string name) => FormFiles.One(delivery, delivery.Form, name);

    /// <summary>A file of the form, or <see langword="null"/>.</summary>
    public IFormFile? FileOrNull(string name) => delivery.Form.Files.GetFile(name);

    /// <summary>All files of the form.</summary>
    public IFormFileCollection Files() => delivery.Form.Files;

    /// <summary>The files of one name; none is an error.</summary>
    public List<IFormFile> Files(string name) => FormFiles.All(delivery, delivery.Form, name);

    /// <summary>The files of one name, or <see langword="null"/>.</summary>
    public List<IFormFile>? FilesOrNull(string name) => FormFiles.AllOrNull(delivery.Form, name);

    /// <summary>
    /// The body as received, in memory of its own that the author may keep. It counts against <see cref="HooklatchOptions.MemoryBudget"/>
    /// until the delivery ends: where the budget has no room for it the delivery is answered 503, and 413 where it never has.
    /// </summary>
    public ReadOnlyMemory<byte> RawBody()
    {
        var copy = default(ReadOnlyMemory<byte>);
        if (delivery.Body?.TryCopy(out copy) is { } failure and not BodyFailure.None)
        {
            delivery.Reject(Rejection.Of(failure));
        }

        return copy;
    }

    /// <summary><see cref="RawBody"/> as an array.</summary>
    public byte[] RawBodyArray() =>
        MemoryMarshal.TryGetArray(RawBody(), out var copy) && copy.Count == copy.Array?.Length ? copy.Array : [.. copy];

    /// <summary>
    /// The body as text, without a byte order mark. What is not UTF-8 is rejected with 400, and another charset with 415. The bytes that
    /// it is made of count against <see cref="HooklatchOptions.MemoryBudget"/> until the delivery ends, as those of <see cref="RawBody"/> do.
    /// </summary>
    public string RawBodyText()
    {
        if (!Charsets.IsReadable(delivery.ContentType))
        {
            delivery.Reject(Rejection.WrongCharset);
            return "";
        }

        ExpectCharset();
        var text = WithoutMark(RawBody()).Span;
        if (Utf8.IsValid(text))
        {
            return Encoding.UTF8.GetString(text);
        }

        delivery.Reject(Rejection.InvalidText);
        return "";
    }

    /// <summary>The body, verified and kept, or, where the verification does not need it, while it arrives.</summary>
    public Stream BodyStream() => delivery.OpenBody();

    /// <summary>The body, verified and kept, or, where the verification does not need it, while it arrives.</summary>
    public PipeReader BodyPipe() => PipeReader.Create(delivery.OpenBody());

    /// <summary>The parts of a multipart body while they arrive.</summary>
    public IAsyncEnumerable<UploadedPart> Parts() => delivery.Arriving!.Parts!;

    /// <summary>A value that a type bound itself; <see langword="null"/> is an error.</summary>
    public T Bound<T>(string name, T? value) => value is null ? Missing<T>(name) : value;

    /// <summary>A value that a type bound itself; <see langword="null"/> is an error.</summary>
    public T Bound<T>(string name, T? value)
        where T : struct => value ?? Missing<T>(name);

    /// <summary>The body as a JSON element that may be kept.</summary>
    public JsonElement Element() => Required(Read(JsonElement.Parse, default)) is { } element ? element : default;

    /// <summary>The body as a JSON element that may be kept, or <see langword="null"/> where there is none.</summary>
    public JsonElement? ElementOrNull() => Document.IsEmpty ? null : Read(JsonElement.Parse, default);

    /// <summary>The body as a JSON node.</summary>
    public T Node<T>()
        where T : JsonNode => Required(NodeOrNull<T>())!;

    /// <summary>The body as a JSON node, or <see langword="null"/> where there is none or it is the literal <c>null</c>.</summary>
    public T? NodeOrNull<T>()
        where T : JsonNode
    {
        if (Document.IsEmpty || delivery.HasInvalidJson)
        {
            return null;
        }

        var node = Read(static (json, options) => JsonNode.Parse(json, documentOptions: options), null);
        if (node is null or T)
        {
            return (T?)node;
        }

        Errors.Add(Body, typeof(T) == typeof(JsonObject) ? "The JSON body must be an object." : "The JSON body must be an array.");
        return null;
    }

    /// <summary>The body as a value of a type that the plugin's context covers.</summary>
    public T Json<T>(JsonTypeInfo<T> type) => (Document.IsEmpty ? NoBody<T>() : Required(JsonOrNull(type)))!;

    /// <summary>The body as a value, or the default where there is none or it is the literal <c>null</c>.</summary>
    public T? JsonOrNull<T>(JsonTypeInfo<T> type)
    {
        if (Document.IsEmpty)
        {
            return default;
        }

        try
        {
            return IsJson() ? JsonSerializer.Deserialize(Document.Span, type) : default;
        }
        catch (Exception error) when (IsOfTheSender(error))
        {
            delivery.Reject(Rejection.InvalidJson);
            return default;
        }
    }

    /// <summary>The values that stand at paths of the body.</summary>
    public JsonValues FromJson(JsonShape shape) => Values(Document, shape);

    /// <summary>The values that stand at paths of the body, where some of them are its bytes: all of those are windows on <see cref="RawBody"/>.</summary>
    public JsonValues FromOwnJson(JsonShape shape) => Values(WithoutMark(RawBody()), shape);

    /// <summary>Ends the reading of values.</summary>
    public void End(ref JsonValues json) => ExpectJson(json.End());

    private JsonValues Values(ReadOnlyMemory<byte> document, JsonShape shape)
    {
        ExpectCharset();
        return JsonValues.Bind(document, shape, Errors);
    }

    /// <summary>Whether the body may be bound: strings are decoded when they are asked for, which is too late for an error.</summary>
    private bool IsJson()
    {
        ExpectCharset();
        if (!delivery.HasInvalidJson)
        {
            ExpectJson(JsonRule.Holds(Document.Span));
        }

        return !delivery.HasInvalidJson;
    }

    private void ExpectCharset()
    {
        if (Charsets.IsAscii(delivery.ContentType) && !Ascii.IsValid(Document.Span))
        {
            delivery.Reject(Rejection.NotAscii);
        }
    }

    /// <summary>Notes whether the body was a JSON document.</summary>
    private void ExpectJson(bool isJson)
    {
        if (!isJson)
        {
            delivery.Reject(Rejection.InvalidJson);
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text) => text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text;

    private delegate T Parser<T>(ReadOnlySpan<byte> json, JsonDocumentOptions options);

    private T Read<T>(Parser<T> parse, T otherwise)
    {
        try
        {
            return IsJson() ? parse(Document.Span, WebhookJson.Document) : otherwise;
        }
        catch (Exception error) when (IsOfTheSender(error))
        {
            delivery.Reject(Rejection.InvalidJson);
            return otherwise;
        }
    }

    /// <summary>
    /// Besides malformed JSON: half a surrogate pair in an escape, which is found when a name is unescaped, and a polymorphic object that
    /// does not say which of its types it is.
    /// </summary>
    private static bool IsOfTheSender(Exception error) => error is JsonException or InvalidOperationException or NotSupportedException;

    private T Missing<T>(string name)
    {
        delivery.Fail(name, $"The value '{name}' is required.");
        return default!;
    }

    private T Required<T>(T value)
    {
        var isKnown = delivery.HasInvalidJson || delivery.Errors?.ContainsKey(Body) is true;
        return value is null && !isKnown ? NoBody<T>()! : value;
    }

    private T? NoBody<T>()
    {
        Errors.Add(Body, "A JSON body is required.");
        return default;
    }
}
