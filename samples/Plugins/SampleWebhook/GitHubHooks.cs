using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>Receives everything that GitHub sends and logs pushes.</summary>
internal sealed partial class GitHubHooks(ILogger<GitHubHooks> logger)
{
    [Webhook("/github", Methods = ["POST"], Name = "GitHub", Description = "Receives events from GitHub.")]
    [GitHubSignature(Secret = nameof(SampleConfig.GitHubWebhookSecret))]
    public Task<Acknowledgement> OnEvent(
        [FromHeader(Name = "X-GitHub-Event")] string @event,
        [FromJson("repository.full_name")] string? repository,
        [FromJson("pusher.name")] string? pusher,
        [FromJson("commits[*].message")] string[] messages
    )
    {
        if (@event == "push")
        {
            var last = messages.Length == 0 ? "" : messages[^1];
            LogPush(repository, pusher, messages.Length, last.Split('\n')[0]);
        }

        return Task.FromResult(new Acknowledgement("success", $"Event '{@event}' received and acknowledged."));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Repository}: {Pusher} pushed {Count} commit(s), the last: {Message}")]
    private partial void LogPush(string? repository, string? pusher, int count, string message);
}
