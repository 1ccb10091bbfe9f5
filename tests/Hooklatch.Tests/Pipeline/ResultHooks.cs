using System.Text.Json;
using System.Text.Json.Nodes;
using Hooklatch.Tests.Binding;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Pipeline;

/// <summary>Every kind of result.</summary>
internal static class ResultHooks
{
    [Webhook("/results/nothing")]
    [Unverified("a test")]
    public static Task Nothing() => Task.CompletedTask;

    [Webhook("/results/value-task")]
    [Unverified("a test")]
    public static ValueTask NothingAsValueTask() => ValueTask.CompletedTask;

    [Webhook("/results/text")]
    [Unverified("a test")]
    public static Task<string> Text() => Task.FromResult("grüße");

    [Webhook("/results/text/null")]
    [Unverified("a test")]
    public static ValueTask<string?> NullText() => ValueTask.FromResult<string?>(null);

    [Webhook("/results/text/status")]
    [Unverified("a test")]
    public static Task<(string, int)> TextWithStatus() => Task.FromResult(("accepted", 202));

    [Webhook("/results/node")]
    [Unverified("a test")]
    public static Task<JsonObject> Node() => Task.FromResult(new JsonObject { ["name"] = "<grüße>" });

    [Webhook("/results/node/null")]
    [Unverified("a test")]
    public static Task<JsonNode?> NullNode() => Task.FromResult<JsonNode?>(null);

    [Webhook("/results/element")]
    [Unverified("a test")]
    public static Task<JsonElement> Element() => Task.FromResult(JsonElement.Parse("[1, 2]"));

    [Webhook("/results/typed")]
    [Unverified("a test")]
    public static Task<Order> Typed() => Task.FromResult(new Order("A1", 2));

    [Webhook("/results/typed/null")]
    [Unverified("a test")]
    public static Task<Order?> NullTyped() => Task.FromResult<Order?>(null);

    [Webhook("/results/typed/status")]
    [Unverified("a test")]
    public static Task<(Order Body, int Status)> TypedWithStatus() => Task.FromResult((new Order("A1", 2), 201));

    [Webhook("/results/own-options")]
    [Unverified("a test")]
    public static Task<SnakeOrder> OwnOptions() => Task.FromResult(new SnakeOrder("A1"));

    [Webhook("/results/iresult")]
    [Unverified("a test")]
    public static Task<IResult> Result() => Task.FromResult(Results.Text("teapot", "text/x-tea", statusCode: 418));

    [Webhook("/results/iresult/null")]
    [Unverified("a test")]
    public static Task<IResult?> NullResult() => Task.FromResult<IResult?>(null);

    [Webhook("/results/no-content")]
    [Unverified("a test")]
    public static Task<(string?, int)> NoContent() => Task.FromResult<(string?, int)>((null, 204));
}
