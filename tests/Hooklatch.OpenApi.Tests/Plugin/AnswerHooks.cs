using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.OpenApi.Tests;

/// <summary>Handlers that answer in every way, on every choice of methods and path.</summary>
[Unverified("a test")]
internal static class AnswerHooks
{
    [Webhook("/answers/nothing", Methods = ["GET"])]
    public static Task Nothing() => Task.CompletedTask;

    [Webhook("/answers/text", Methods = ["GET"])]
    public static Task<string> Text() => Task.FromResult("");

    [Webhook("/answers/node", Methods = ["GET"])]
    public static Task<JsonObject> Node() => Task.FromResult(new JsonObject());

    [Webhook("/answers/typed", Methods = ["GET"])]
    public static Task<Order> Typed() => Task.FromResult<Order>(null!);

    [Webhook("/answers/numbers", Methods = ["GET"])]
    public static Task<(int[], int)> Numbers() => Task.FromResult<(int[], int)>(([], 200));

    [Webhook("/answers/result", Methods = ["GET"])]
    public static Task<IResult> Result() => Task.FromResult(Results.Ok());

    [Webhook("/methods")]
    public static Task All() => Task.CompletedTask;

    [Webhook("/methods/besides")]
    public static Task Besides() => Task.CompletedTask;

    [Webhook("/methods/besides", Methods = ["POST", "PURGE"])]
    public static Task Declared() => Task.CompletedTask;

    [Webhook("/exact//path/", Methods = ["PATCH", "HEAD"])]
    public static Task Exact() => Task.CompletedTask;
}
