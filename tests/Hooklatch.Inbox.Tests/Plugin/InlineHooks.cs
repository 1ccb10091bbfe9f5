using System.Text;
using Hooklatch;
using Hooklatch.Providers;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Inbox.Tests.Plugin;

/// <summary>Handlers that run while their senders wait.</summary>
internal sealed class InlineHooks(HandlerScript script)
{
    [Webhook("/recorded", Record = true)]
    [Unverified("A test.")]
    public async Task<string> OnRecorded(
        ReadOnlyMemory<byte> body,
        [FromHeader(Name = "X-Text")] string? header,
        [FromHeader(Name = "X-Api-Key")] string? key,
        [FromQuery] string? text,
        WebhookContext delivery,
        CancellationToken cancellationToken
    )
    {
        await script.RunAsync(new QueuedCall(delivery, body, header, text), cancellationToken);
        return $"answered {key}";
    }

    [Webhook("/recorded-json", Record = true)]
    [GitHubSignature(Secret = nameof(QueueConfig.Secret))]
    public Task OnRecordedJson([FromJson("id")] int id, WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, Encoding.UTF8.GetBytes($"{id}"), null, null), cancellationToken);

    [Webhook("/signed")]
    [GitHubSignature(Secret = nameof(QueueConfig.Secret))]
    public Task OnSigned(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, null, null), cancellationToken);

    [Webhook("/private", Record = false)]
    [GitHubSignature(Secret = nameof(QueueConfig.Secret))]
    public Task OnPrivate(WebhookContext delivery, CancellationToken cancellationToken) =>
        script.RunAsync(new QueuedCall(delivery, default, null, null), cancellationToken);

    [Webhook("/streamed")]
    [SharedToken(Header = "X-Token", Secret = nameof(QueueConfig.Secret))]
    public async Task OnStreamed(Stream body, CancellationToken cancellationToken) =>
        await body.CopyToAsync(Stream.Null, cancellationToken);
}
