using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Binding.Tests.Endpoints;

/// <summary>Handlers that keep what they are handed beyond their task, as a <c>Channel</c> between a webhook and a worker does.</summary>
[AnySignature(Secret = nameof(BindingConfig.SigningKey))]
internal static class KeepEndpoints
{
    /// <summary>For each delivery, its note and how to read later what it was handed.</summary>
    public static ConcurrentQueue<(string Note, Func<Task<string>> Read)> Kept { get; } = new();

    [Webhook("/keep/memory")]
    public static Task Memory(ReadOnlyMemory<byte> body, string note) => Keep(note, () => Encoding.UTF8.GetString(body.Span));

    [Webhook("/keep/json-memory")]
    public static Task JsonMemory([FromJson("value")] ReadOnlyMemory<byte> value, string note) =>
        Keep(note, () => $"{{\"value\":{Encoding.UTF8.GetString(value.Span)}}}");

    [Webhook("/keep/json-memories")]
    public static Task JsonMemories([FromJson("[*]")] ReadOnlyMemory<byte>[] values, string note) =>
        Keep(note, () => $"[{string.Join(',', values.Select(value => Encoding.UTF8.GetString(value.Span)))}]");

    [Webhook("/keep/element")]
    public static Task Element(JsonElement body, string note) => Keep(note, body.GetRawText);

    [Webhook("/keep/json-element")]
    public static Task JsonValue([FromJson("value")] JsonElement value, string note) =>
        Keep(note, () => $"{{\"value\":{value.GetRawText()}}}");

    [Webhook("/keep/node")]
    public static Task Node(JsonNode body, string note) => Keep(note, () => body.ToJsonString());

    [Webhook("/keep/window")]
    public static Task Window(WebhookContext context, string note)
    {
        var body = context.RawBody;
        return Keep(note, () => Encoding.UTF8.GetString(body.Span));
    }

    [Webhook("/keep/context")]
    public static Task Context(WebhookContext context, string note) => Keep(note, () => Encoding.UTF8.GetString(context.RawBody.Span));

    [Webhook("/keep/stream")]
    public static Task Stream(Stream body, string note) => Keep(note, () => Read(body));

    [Webhook("/keep/pipe")]
    public static Task Pipe(PipeReader body, string note) => Keep(note, () => Read(body));

    [Webhook("/keep/begun-pipe")]
    public static async Task BegunPipe(PipeReader body, string note)
    {
        var begun = await body.ReadAtLeastAsync(4);
        await Keep(note, () => Encoding.UTF8.GetString(begun.Buffer.ToArray()));
    }

    [Webhook("/keep/file")]
    public static Task File(IFormFile file, [FromQuery] string note) => Keep(note, () => Read(file.OpenReadStream()));

    [Webhook("/keep/opened-file")]
    public static Task OpenedFile(IFormFile file, [FromQuery] string note)
    {
        var content = file.OpenReadStream();
        return Keep(note, () => Read(content));
    }

    [Webhook("/keep/form")]
    public static Task Form(IFormCollection form, [FromQuery] string note) => Keep(note, () => form["value"].ToString());

    public static Task Keep(string note, Func<string> read) => Keep(note, () => Task.FromResult(read()));

    public static Task Keep(string note, Func<Task<string>> read)
    {
        Kept.Enqueue((note, read));
        return Task.CompletedTask;
    }

    public static async Task<string> Read(Stream body)
    {
        using var reader = new StreamReader(body);
        return await reader.ReadToEndAsync();
    }

    public static async Task<string> Read(PipeReader body)
    {
        var read = await body.ReadAtLeastAsync(int.MaxValue);
        return Encoding.UTF8.GetString(read.Buffer.ToArray());
    }
}
