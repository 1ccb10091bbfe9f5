using Hooklatch.Sessions;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>
/// The pushes that GitHub sends, stored before GitHub is answered: what comes in while the chat is down, or the host restarts, is told later.
/// </summary>
[Webhook(
    "/github_queued",
    Methods = ["POST"],
    Mode = WebhookMode.Queued,
    Name = "GitHub, queued",
    Description = "Receives pushes from GitHub."
)]
[GitHubSignature(Secret = nameof(SampleConfig.GitHubWebhookSecret))]
internal sealed class QueuedGitHubHooks(SampleConfig config, IChatSessions chats, ILogger<QueuedGitHubHooks> logger)
{
    [OnEvent(GitHubEvents.Push)]
    [Retry(MaxAttempts = 10)]
    public async Task OnPush(
        [FromJson("repository.full_name")] string? repository,
        [FromJson("pusher.name")] string? pusher,
        [FromJson("commits[*].message")] string[] messages,
        CancellationToken cancellationToken
    )
    {
        var text = PushText.Log(logger, repository, pusher, messages);
        if (config.NotificationChatKey is { Length: > 0 } chat)
        {
            // What cannot be sent now is sent by the next try.
            await chats.SendTextAsync(chat, text, cancellationToken);
        }
    }
}
