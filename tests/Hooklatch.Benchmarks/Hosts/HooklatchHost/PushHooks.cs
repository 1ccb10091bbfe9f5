using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Benchmarks.Hosts;

/// <summary>A signed push, by paths and as a type.</summary>
internal static class PushHooks
{
    [Webhook("/push", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(Secrets.GitHub))]
    public static Task<string> OnPush(
        [FromHeader(Name = "X-GitHub-Event")] string @event,
        [FromJson("repository.full_name")] string repository,
        [FromJson("pusher.name")] string pusher,
        [FromJson("commits[*].message")] string[] messages
    ) => Task.FromResult($"{@event}: {pusher} pushed {messages.Length} commit(s) to {repository}");

    /// <summary>The same, for whom a copy is a delivery like any other: the other servers remember none, either.</summary>
    [Webhook("/forgetful", Methods = ["POST"], DetectDuplicates = false)]
    [GitHubSignature(Secret = nameof(Secrets.GitHub))]
    public static Task<string> OnForgotten(
        [FromHeader(Name = "X-GitHub-Event")] string @event,
        [FromJson("repository.full_name")] string repository,
        [FromJson("pusher.name")] string pusher,
        [FromJson("commits[*].message")] string[] messages
    ) => OnPush(@event, repository, pusher, messages);

    [Webhook("/typed", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(Secrets.GitHub))]
    public static Task<string> OnTyped([FromHeader(Name = "X-GitHub-Event")] string @event, [FromBody] Push push) =>
        Task.FromResult($"{@event}: {push.Pusher.Name} pushed {push.Commits.Length} commit(s) to {push.Repository.FullName}");

    /// <summary>The same, for whom a copy is a delivery like any other.</summary>
    [Webhook("/typed/forgetful", Methods = ["POST"], DetectDuplicates = false)]
    [GitHubSignature(Secret = nameof(Secrets.GitHub))]
    public static Task<string> OnTypedForgotten([FromHeader(Name = "X-GitHub-Event")] string @event, [FromBody] Push push) =>
        OnTyped(@event, push);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(Push))]
internal sealed partial class PushJson : JsonSerializerContext;
