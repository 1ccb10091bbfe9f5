using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Benchmarks.Hosts;

/// <summary>One handler, run while the sender waits and after it was answered.</summary>
internal static class QueueHooks
{
    [Webhook("/inline", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(QueueSecrets.GitHub))]
    public static Task OnInline(
        [FromHeader(Name = "X-GitHub-Event")] string @event,
        [FromJson("repository.full_name")] string repository,
        [FromJson("pusher.name")] string pusher,
        [FromJson("commits[*].message")] string[] messages
    ) => Task.CompletedTask;

    [Webhook("/queued", Methods = ["POST"], Mode = WebhookMode.Queued)]
    [GitHubSignature(Secret = nameof(QueueSecrets.GitHub))]
    public static Task OnQueued(
        [FromHeader(Name = "X-GitHub-Event")] string @event,
        [FromJson("repository.full_name")] string repository,
        [FromJson("pusher.name")] string pusher,
        [FromJson("commits[*].message")] string[] messages
    )
    {
        StartHooks.Count();
        return Task.CompletedTask;
    }
}

[PluginConfig]
public sealed class QueueSecrets
{
    [Secret]
    public string? GitHub { get; init; }
}
