using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Tests.Binding;

/// <summary>What the parameters of <see cref="BindingHooks.Text"/> became.</summary>
public sealed record Bound(
    string Text,
    string? MaybeText,
    int Number,
    int? MaybeNumber,
    int Default,
    DayOfWeek Day,
    DayOfWeek? MaybeDay,
    Guid? Id,
    string[] Texts,
    int[] Numbers,
    string Values
);

/// <summary>Every source and form of a parameter.</summary>
internal static class BindingHooks
{
    [Webhook("/binding/header")]
    [Unverified("a test")]
    public static Task<Bound> Header(
        [FromHeader(Name = "X-Text")] string text,
        [FromHeader(Name = "X-Maybe-Text")] string? maybeText,
        [FromHeader(Name = "X-Number")] int number,
        [FromHeader(Name = "X-Maybe-Number")] int? maybeNumber,
        [FromHeader(Name = "X-Day")] DayOfWeek day,
        [FromHeader(Name = "X-Maybe-Day")] DayOfWeek? maybeDay,
        [FromHeader(Name = "X-Id")] Guid? id,
        [FromHeader(Name = "X-Texts")] string[] texts,
        [FromHeader(Name = "X-Numbers")] int[] numbers,
        [FromHeader(Name = "X-Values")] StringValues? values,
        [FromHeader(Name = "X-Default")] int @default = 42
    ) => Task.FromResult(new Bound(text, maybeText, number, maybeNumber, @default, day, maybeDay, id, texts, numbers, $"{values}"));

    [Webhook("/binding/query")]
    [Unverified("a test")]
    public static Task<Bound> Query(
        string text,
        string? maybeText,
        int number,
        int? maybeNumber,
        DayOfWeek day,
        DayOfWeek? maybeDay,
        Guid? id,
        string[] texts,
        int[] numbers,
        StringValues? values,
        [FromQuery(Name = "default")] int otherwise = 42
    ) => Task.FromResult(new Bound(text, maybeText, number, maybeNumber, otherwise, day, maybeDay, id, texts, numbers, $"{values}"));

    [Webhook("/binding/services")]
    [Unverified("a test")]
    public static Task<string> Services(
        [FromServices] HandledDeliveries deliveries,
        [FromKeyedServices("blue")] string colour,
        [FromKeyedServices("absent")] string? absent,
        IServiceProvider services,
        CancellationToken cancellation
    ) =>
        Task.FromResult(
            $"{services.GetRequiredService<HandledDeliveries>() == deliveries} {colour} {absent ?? "-"} {cancellation.CanBeCanceled}"
        );

    [Webhook("/json/element")]
    [Unverified("a test")]
    public static Task<JsonElement> Element(JsonElement body) => Task.FromResult(body);

    [Webhook("/json/element/optional")]
    [Unverified("a test")]
    public static Task<string> OptionalElement(JsonElement? body) => Task.FromResult(body?.GetRawText() ?? "nothing");

    [Webhook("/json/element/default")]
    [Unverified("a test")]
    public static Task<string> DefaultElement(JsonElement body = default) => Task.FromResult(body.ValueKind.ToString());

    [Webhook("/json/node")]
    [Unverified("a test")]
    public static Task<JsonNode> Node(JsonNode body) => Task.FromResult(body);

    [Webhook("/json/object")]
    [Unverified("a test")]
    public static Task<JsonObject> Object(JsonObject body) => Task.FromResult(body);

    [Webhook("/json/array")]
    [Unverified("a test")]
    public static Task<JsonArray> Array(JsonArray body) => Task.FromResult(body);

    [Webhook("/json/typed")]
    [Unverified("a test")]
    public static Task<Order> Typed(Order body) => Task.FromResult(body);

    [Webhook("/json/typed/optional")]
    [Unverified("a test")]
    public static Task<string> OptionalTyped(Order? body) => Task.FromResult(body?.OrderId ?? "nothing");

    [Webhook("/json/struct")]
    [Unverified("a test")]
    public static Task<Point> Struct([FromBody] Point body) => Task.FromResult(body);

    [Webhook("/json/struct/optional")]
    [Unverified("a test")]
    public static Task<string> OptionalStruct([FromBody] Point? body) => Task.FromResult(body?.ToString() ?? "nothing");

    [Webhook("/json/own-options")]
    [Unverified("a test")]
    public static Task<SnakeOrder> OwnOptions(SnakeOrder body) => Task.FromResult(body);

    [Webhook("/json/deep")]
    [Unverified("a test")]
    public static Task Deep(Matryoshka body) => Task.CompletedTask;

    [Webhook("/json/with-header")]
    [Unverified("a test")]
    public static Task WithHeader([FromHeader(Name = "X-Text")] string text, [FromHeader(Name = "X-Number")] int number, Order body) =>
        Task.CompletedTask;

    [Webhook("/json/raw")]
    [Unverified("a test")]
    public static Task<string> Raw(ReadOnlyMemory<byte> body) => Task.FromResult(Convert.ToHexString(body.Span));

    [Webhook("/raw/bytes")]
    [Unverified("a test")]
    public static Task<string> Bytes(byte[] body) => Task.FromResult(Convert.ToHexString(body));

    [Webhook("/raw/signed")]
    [GitHubSignature(Secret = nameof(GateConfig.Keys))]
    public static Task<string> SignedBytes(byte[] body) => Task.FromResult(Convert.ToHexString(body));

    [Webhook("/raw/text")]
    [Unverified("a test")]
    public static Task<string> Text([RawBody] string text) => Task.FromResult($"{text.Length} {text}");

    [Webhook("/raw/event")]
    [GitHubSignature(Secret = nameof(GateConfig.Keys))]
    [OnEvent("push")]
    public static Task<string> Pushed([RawBody] string text, byte[] bytes, [FromJson("a")] int a) =>
        Task.FromResult($"{text} {bytes.Length} {a}");
}
