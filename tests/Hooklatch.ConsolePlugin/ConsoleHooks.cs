using System.Text.Json;
using System.Text.Json.Serialization;
using Hooklatch;
using Microsoft.AspNetCore.Mvc;

[assembly: Plugin("tests", "console")]

namespace Hooklatch.ConsolePlugin;

internal sealed record Author(string Name)
{
    [JsonPropertyName("e-mail")]
    public string? Email { get; init; }
}

internal sealed record Commit(string Id)
{
    public Author? Author { get; init; }
}

/// <summary>Keeps whatever it does not know.</summary>
internal sealed record Open
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; set; }
}

[JsonDerivedType(typeof(Circle), "circle")]
internal record Shape;

internal sealed record Circle(int Radius) : Shape;

internal sealed record Push(string Ref)
{
    public required int Number { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<Commit>? Commits { get; init; }

    public Dictionary<string, Author>? People { get; init; }

    public Open? Open { get; init; }

    public Shape? Shape { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Push))]
internal sealed partial class ConsoleJson : JsonSerializerContext;

internal sealed class ConsoleHooks
{
    [Webhook("/typed", Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnTyped(Push push) => Task.CompletedTask;

    [Webhook("/paths", Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnPaths(
        [FromJson("id")] int id,
        [FromJson("note")] string? note,
        [FromJson("commits[*].author.name")] string[]? names,
        [FromJson("a|b")] string? either
    ) => Task.CompletedTask;

    [Webhook("/harmless", Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnHarmless([FromHeader(Name = "X-Text")] string? text, [FromQuery, NotCredential] string? tokenCount) => Task.CompletedTask;

    [Webhook("/inline")]
    [Unverified("A test.")]
    public Task<string> OnInline() => Task.FromResult("ok");
}

[Webhook("/events", Mode = WebhookMode.Queued)]
[Providers.GitHubSignature(Secret = nameof(ConsoleConfig.Secret))]
internal sealed class ConsoleEvents
{
    [OnEvent("push")]
    public Task OnPush([FromJson("ref")] string @ref) => Task.CompletedTask;

    [OnEvent("ping")]
    public Task OnPing([FromJson("zen")] string zen) => Task.CompletedTask;
}

[PluginConfig]
internal sealed class ConsoleConfig
{
    [Secret]
    public string? Secret { get; init; }
}
