using Hooklatch.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>Receives everything that GitHub sends, logs pushes and tells a chat of them.</summary>
internal sealed partial class GitHubHooks(SampleConfig config, IChatSessions chats, ILogger<GitHubHooks> logger)
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
            var last = messages.Length == 0 ? "" : messages[^1].ReplaceLineEndings("\n").Split('\n')[0];
            LogPush(repository, pusher, messages.Length, last);
            // One line, whatever is in it; the logger sees to that by itself.
            var text = LogText.OneLine($"{repository}: {pusher} pushed {messages.Length} commit(s), the last: {last}");
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

    [LoggerMessage(Level = LogLevel.Information, Message = "{Repository}: {Pusher} pushed {Count} commit(s), the last: {Message}")]
    private partial void LogPush(string? repository, string? pusher, int count, string message);
}
