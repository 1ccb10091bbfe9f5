using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Http;

/// <summary>What a delivery is answered with. Generated code makes one; <see cref="ResponseWriter"/> alone writes it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WebhookResult
{
    private WebhookResult(int status, object? body = null, JsonTypeInfo? type = null)
    {
        Status = status;
        Body = body;
        Type = type;
    }

    /// <summary>The HTTP status; for an <see cref="IResult"/>, which chooses its own, 0.</summary>
    public int Status { get; }

    /// <summary>
    /// Null for an empty answer; a string, an <see cref="IResult"/>, a <see cref="Rejection"/>, <see cref="BindingErrors"/> or a
    /// <see cref="WebhookException"/>; with <see cref="Type"/>, a value to serialise.
    /// </summary>
    internal object? Body { get; }

    /// <summary>How <see cref="Body"/> is serialised, when it is.</summary>
    internal JsonTypeInfo? Type { get; }

    /// <summary>What it says of the delivery.</summary>
    internal DeliveryOutcome Outcome { get; private init; }

    /// <summary>Whether there is nothing to say but that the delivery was taken.</summary>
    internal bool IsAcknowledgement =>
        Outcome is DeliveryOutcome.Duplicate or DeliveryOutcome.Queued
            // A status that has no body has none either way.
            ? Status is not (StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent)
            : Body is null && Type is null && Status == StatusCodes.Status200OK;

    /// <summary>200 with no body.</summary>
    public static WebhookResult Empty() => new(StatusCodes.Status200OK);

    /// <summary><c>text/plain</c>, or no body for <see langword="null"/>.</summary>
    public static WebhookResult Text(string? text, int status = StatusCodes.Status200OK) => new(status, text);

    /// <summary>A JSON document; <see langword="null"/> is the JSON literal <c>null</c>.</summary>
    public static WebhookResult Json(JsonNode? node, int status = StatusCodes.Status200OK) => new(status, node, WebhookJson.Node);

    /// <summary>A JSON document.</summary>
    public static WebhookResult Json(JsonElement element, int status = StatusCodes.Status200OK) =>
        new(status, element, WebhookJson.Element);

    /// <summary>A value, serialised as the plugin's own context says.</summary>
    public static WebhookResult Json<T>(T? value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK) => new(status, value, type);

    /// <summary>200 with no body, once the author's method is done. Most are when they return, and then nothing is kept for later.</summary>
    public static ValueTask<WebhookResult> After(Task task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return task.IsCompletedSuccessfully ? new(Empty()) : Awaited(task);

        static async ValueTask<WebhookResult> Awaited(Task task)
        {
            await task;
            return Empty();
        }
    }

    /// <summary>200 with no body, once the author's method is done.</summary>
    public static ValueTask<WebhookResult> After(ValueTask task)
    {
        if (!task.IsCompletedSuccessfully)
        {
            return After(task.AsTask());
        }

        task.GetAwaiter().GetResult();
        return new(Empty());
    }

    /// <summary>What the author's method answers, once it is done.</summary>
    public static ValueTask<WebhookResult> After<T>(Task<T> task, Func<T, WebhookResult> answer)
    {
        ArgumentNullException.ThrowIfNull(task);
        return After(new ValueTask<T>(task), answer);
    }

    /// <summary>What the author's method answers, once it is done.</summary>
    public static ValueTask<WebhookResult> After<T>(ValueTask<T> task, Func<T, WebhookResult> answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return task.IsCompletedSuccessfully ? new(answer(task.Result)) : Awaited(task, answer);

        static async ValueTask<WebhookResult> Awaited(ValueTask<T> task, Func<T, WebhookResult> answer) => answer(await task);
    }

    // A method answers with text, or with text that may be null: both fit where neither is demanded.
#nullable disable annotations
    /// <summary>The text that the author's method answers, once it is done.</summary>
    public static ValueTask<WebhookResult> AfterText(Task<string> task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return AfterText(new ValueTask<string>(task));
    }

    /// <summary>The text that the author's method answers, once it is done.</summary>
    public static ValueTask<WebhookResult> AfterText(ValueTask<string> task)
    {
        return task.IsCompletedSuccessfully ? new(Text(task.Result)) : Awaited(task);

        static async ValueTask<WebhookResult> Awaited(ValueTask<string> task) => Text(await task);
    }

#nullable restore annotations

    /// <summary>A JSON document of what the author's method answers, once it is done.</summary>
    public static ValueTask<WebhookResult> AfterJson<T>(Task<T> task, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(task);
        return AfterJson(new ValueTask<T>(task), type);
    }

    /// <summary>A JSON document of what the author's method answers, once it is done.</summary>
    public static ValueTask<WebhookResult> AfterJson<T>(ValueTask<T> task, JsonTypeInfo<T> type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return task.IsCompletedSuccessfully ? new(Json(task.Result, type)) : Awaited(task, type);

        static async ValueTask<WebhookResult> Awaited(ValueTask<T> task, JsonTypeInfo<T> type) => Json(await task, type);
    }

    /// <summary>Bytes as they are, or no body.</summary>
    internal static WebhookResult Fixed(int status, string? contentType, ReadOnlyMemory<byte> body) =>
        new(status, body.IsEmpty ? null : new FixedAnswer(contentType, body));

    /// <summary>A delivery that was taken before, answered with the status that it was answered with.</summary>
    internal static WebhookResult Duplicate(int status) => new(status) { Outcome = DeliveryOutcome.Duplicate };

    /// <summary>A delivery that was stored and will run.</summary>
    internal static WebhookResult Queued(int status) => new(status) { Outcome = DeliveryOutcome.Queued };

    /// <summary>An event that no handler takes.</summary>
    internal static WebhookResult Unhandled() => new(StatusCodes.Status200OK) { Outcome = DeliveryOutcome.Unhandled };

    /// <summary>The answer to a provider's handshake.</summary>
    internal static WebhookResult Handshake(int status, string? contentType, ReadOnlyMemory<byte> body) =>
        Fixed(status, contentType, body) with
        {
            Outcome = DeliveryOutcome.Handshake,
        };

    /// <summary>The same, in the words that the provider demands. A copy keeps its status.</summary>
    internal WebhookResult Acknowledged(int status, string? contentType, ReadOnlyMemory<byte> body) =>
        Fixed(Outcome is DeliveryOutcome.Duplicate ? Status : status, contentType, body) with
        {
            Outcome = Outcome,
        };

    /// <summary>Whatever an ASP.NET Core result writes; <see langword="null"/> is an empty 200.</summary>
    public static WebhookResult From(IResult? result) => result is null ? Empty() : new(0, result);

    /// <summary>A rejection by a gate.</summary>
    public static implicit operator WebhookResult(Rejection rejection) => new(rejection.Status, rejection);

    /// <summary>A rejection by the binding, with everything that is wrong.</summary>
    public static implicit operator WebhookResult(BindingErrors errors) => new(StatusCodes.Status400BadRequest, errors);

    /// <summary>A rejection by the handler.</summary>
    public static implicit operator WebhookResult(WebhookException rejection) => new(rejection.Status, rejection);
}
