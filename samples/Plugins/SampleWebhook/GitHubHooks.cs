using Hooklatch.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>Receives everything that GitHub sends, logs pushes and tells a chat of them.</summary>
internal sealed class GitHubHooks(SampleConfig config, IChatSessions chats, ILogger<GitHubHooks> logger)
{
    [Webhook("/github", Methods = ["POST"], Name = "GitHub", Description = "Receives events from GitHub.")]
    [GitHubSignature(Secret = nameof(SampleConfig.GitHubWebhookSecret))]
    public async Task<Acknowledgement> OnEvent(
        [FromHeader(Name = "X-GitHub-Event")] string @event,
        [FromJson("repository.full_name")] string? repository,
        [FromJson("pusher.name")] string? pusher,
        [FromJson("commits[*].message")] string[] messages,
        CancellationToken cancellationToken
    )
    {
        if (@event == GitHubEvents.Push)
        {
            var text = PushText.Log(logger, repository, pusher, messages);
            await NotifyAsync(text, cancellationToken);
        }

        return new Acknowledgement("success", $"Event '{@event}' received and acknowledged.");
    }

    /// <summary>Never fails the webhook: <c>Try…</c> does not throw, and logs what went wrong.</summary>
    private async Task NotifyAsync(string text, CancellationToken cancellationToken)
    {
        if (config.NotificationChatKey is { Length: > 0 } chat)
        {
            await chats.TrySendTextAsync(chat, text, cancellationToken);
        }
    }
}
