using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.OpenApi.Tests;

/// <summary>Handlers that take something of every source.</summary>
[Unverified("a test")]
internal static class RequestHooks
{
    [Webhook("/values/{tenant}/{number}", Methods = ["GET"], Name = "Values", Description = "Takes values.")]
    public static Task Values(
        int number,
        string text,
        bool? flag,
        Level level,
        Guid[] ids,
        [FromQuery(Name = "per-page")] int size = 20,
        Level? least = Level.High,
        string order = "newest",
        double factor = 1.5,
        [FromHeader(Name = "X-Since")] DateOnly? since = null,
        [FromHeader(Name = "X-Label")] string[]? labels = null
    ) => Task.CompletedTask;

    [Webhook("/fields", Methods = ["POST"])]
    public static Task Fields([FromForm] string title, [FromForm] int? count, [FromForm(Name = "tag")] string[] tags, IFormFile? image) =>
        Task.CompletedTask;

    [Webhook("/upload", Methods = ["POST"])]
    public static Task Upload(IFormFile report, [FromForm] IReadOnlyList<IFormFile>? more) => Task.CompletedTask;

    public sealed record Person(string Name, Address Home, Address[] Stays, Person? Friend = null);

    [Webhook("/person", Methods = ["POST"])]
    public static Task FormObject([FromForm] Person person) => Task.CompletedTask;

    [Webhook("/any_form", Methods = ["POST"])]
    public static Task AnyForm(IFormCollection form) => Task.CompletedTask;

    [Webhook("/parts", Methods = ["POST"], MaxBodySize = 2048)]
    public static Task Parts(IAsyncEnumerable<UploadedPart> parts) => Task.CompletedTask;

    [Webhook("/paths", Methods = ["POST"])]
    public static Task Paths(
        [FromJson("repository.full_name")] string repository,
        [FromJson(@"repository.a\.b")] long? dotted,
        [FromJson("head.sha|after")] string sha,
        [FromJson("commits[*].message")] string[] messages,
        [FromJson("commits[*].files[*].size")] int[][] sizes,
        [FromJson("tags")] string[] tags,
        [FromJson("level")] Level level,
        [FromJson("extra")] JsonElement? extra,
        [FromJson("retries")] int retries = 3
    ) => Task.CompletedTask;

    [Webhook("/typed", Methods = ["POST"])]
    public static Task Typed(Order order) => Task.CompletedTask;

    [Webhook("/snake", Methods = ["POST"])]
    public static Task Snake(ParcelReceived parcel) => Task.CompletedTask;

    [Webhook("/shape", Methods = ["POST"])]
    public static Task Polymorphic([FromBody] Shape shape) => Task.CompletedTask;

    [Webhook("/any_json", Methods = ["POST"])]
    public static Task AnyJson(JsonElement payload) => Task.CompletedTask;

    [Webhook("/maybe_json", Methods = ["POST"])]
    public static Task MaybeJson(JsonNode? payload) => Task.CompletedTask;

    [Webhook("/bytes", Methods = ["POST", "GET"])]
    public static Task Bytes(ReadOnlyMemory<byte> body) => Task.CompletedTask;

    [Webhook("/stream", Methods = ["PUT"])]
    public static Task Streamed(Stream body) => Task.CompletedTask;
}
