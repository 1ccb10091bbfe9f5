using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>Receives everything that GitHub sends and logs pushes.</summary>
internal sealed partial class GitHubHooks(ILogger<GitHubHooks> logger)
{
    [Webhook("/github", Methods = ["POST"], Name = "GitHub", Description = "Receives events from GitHub.")]
    [GitHubSignature(Secret = nameof(SampleConfig.GitHubWebhookSecret))]
    public Task<Acknowledgement> OnEvent([FromHeader(Name = "X-GitHub-Event")] string @event, JsonElement payload)
    {
        if (@event == "push" && payload.Deserialize(SampleJson.Default.PushEvent) is { } push)
        {
            var commits = push.Commits ?? [];
            var message = commits.Length == 0 ? "" : commits[^1].Message;
            LogPush(push.Repository.FullName, push.Pusher?.Name, commits.Length, message.Split('\n')[0]);
        }

        return Task.FromResult(new Acknowledgement("success", $"Event '{@event}' received and acknowledged."));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Repository}: {Pusher} pushed {Count} commit(s), the last: {Message}")]
    private partial void LogPush(string repository, string? pusher, int count, string message);
}
