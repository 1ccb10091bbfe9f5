using Hooklatch;
using Hooklatch.Providers;
using Microsoft.AspNetCore.Mvc;

[assembly: Plugin("tests", "queue")]

namespace Hooklatch.Inbox.Tests.Plugin;

[PluginConfig]
internal sealed class QueueConfig
{
    [Secret]
    public string? Secret { get; init; }
}

/// <summary>Handlers that do what a test has them do.</summary>
internal sealed class QueueHooks(HandlerScript script)
{
    [Webhook("/plain", Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnPlain(
        ReadOnlyMemory<byte> body,
        [FromHeader(Name = "X-Text")] string? header,
        [FromQuery] string? text,
        WebhookContext delivery,
        CancellationToken cancellationToken
    ) => script.RunAsync(new QueuedCall(delivery, body, header, text), cancellationToken);

    [Webhook("/typed", Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnTyped([FromJson("id")] int id, WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, null, $"{id}"), cancellationToken);

    [Webhook("/impatient", Mode = WebhookMode.Queued, TimeoutSeconds = 5)]
    [Retry(MaxAttempts = 2, FirstDelaySeconds = 60, MaxDelaySeconds = 60)]
    [Unverified("A test.")]
    public Task OnImpatient(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, null, null), cancellationToken);

    [Webhook("/one", Mode = WebhookMode.Queued)]
    [Concurrency(1)]
    [Unverified("A test.")]
    public Task OnOne(ReadOnlyMemory<byte> body, WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, body, null, null), cancellationToken);

    [Webhook("/ordered", Mode = WebhookMode.Queued)]
    [InOrder("customer")]
    [Unverified("A test.")]
    public Task OnOrdered(ReadOnlyMemory<byte> body, WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, body, null, null), cancellationToken);

    [Webhook("/methods", Methods = ["PUT"], Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnPut(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, "PUT", null), cancellationToken);

    [Webhook("/methods", Methods = ["POST"], Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnPost(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, "POST", null), cancellationToken);

    /// <summary>Every method, signed; its name sorts before that of its neighbour.</summary>
    [Webhook("/shared", Mode = WebhookMode.Queued)]
    [GitHubSignature(Secret = nameof(QueueConfig.Secret))]
    public Task OnAnySigned(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, "signed", null), cancellationToken);

    [Webhook("/shared", Methods = ["PUT"], Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnPutUnsigned(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, "unsigned", null), cancellationToken);

    [Webhook("/acknowledged", Mode = WebhookMode.Queued)]
    [WordySignature(Secret = nameof(QueueConfig.Secret))]
    public Task OnAcknowledged(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, null, null), cancellationToken);

    [Webhook("/strict", Mode = WebhookMode.Queued)]
    [StrictSignature(Secret = nameof(QueueConfig.Secret))]
    public Task OnStrict(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, null, null), cancellationToken);

    [Webhook("/token", Mode = WebhookMode.Queued)]
    [SharedToken(Header = "X-Token", Secret = nameof(QueueConfig.Secret))]
    public Task OnToken(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, null, null), cancellationToken);

    [Webhook("/counted", Mode = WebhookMode.Queued)]
    [Unverified("A test.")]
    public Task OnCounted(
        [FromQuery, NotCredential] string? tokenCount,
        [FromQuery] string? signupId,
        WebhookContext delivery,
        CancellationToken cancellationToken
    ) => script.RunAsync(new QueuedCall(delivery, default, tokenCount, signupId), cancellationToken);

    [Webhook("/inline")]
    [Unverified("A test.")]
    public Task<string> OnInline(WebhookContext delivery) => Task.FromResult($"{delivery.Attempt} {delivery.IsReplay}");
}

[Webhook("/github", Mode = WebhookMode.Queued)]
[GitHubSignature(Secret = nameof(QueueConfig.Secret))]
internal sealed class QueuedEvents(HandlerScript script)
{
    [OnEvent("push")]
    public Task OnPush([FromJson("ref")] string? @ref, WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, "push", @ref), cancellationToken);

    [OnEvent("issues.opened")]
    public Task OnIssue(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, "issue", null), cancellationToken);
}
