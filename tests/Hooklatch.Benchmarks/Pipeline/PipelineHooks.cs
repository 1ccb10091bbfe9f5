using Hooklatch.Benchmarks.Hosts;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Benchmarks.Pipeline;

/// <summary>Handlers that each need one thing more than another, so that the difference is what that thing costs.</summary>
internal static class PipelineHooks
{
    private const string Reason = "Measured in process, never served.";

    [Webhook("/nothing", Methods = ["POST"])]
    [Unverified(Reason)]
    public static Task Nothing() => Task.CompletedTask;

    [Webhook("/text", Methods = ["POST"])]
    [Unverified(Reason)]
    public static Task<string> Text() => Task.FromResult("push: mona pushed 1 commit(s) to octo/hello");

    [Webhook("/body", Methods = ["POST"])]
    [Unverified(Reason)]
    public static Task Body(ReadOnlyMemory<byte> body) => Take(body.Length);

    [Webhook("/token", Methods = ["POST"])]
    [SharedToken(Header = "X-Token", Secret = nameof(PipelineConfig.Secret))]
    public static Task Token() => Task.CompletedTask;

    [Webhook("/signed", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(PipelineConfig.Secret))]
    public static Task Signed(ReadOnlyMemory<byte> body) => Take(body.Length);

    [Webhook("/paths", Methods = ["POST"])]
    [Unverified(Reason)]
    public static Task Paths(
        [FromJson("repository.full_name")] string repository,
        [FromJson("pusher.name")] string pusher,
        [FromJson("commits[*].message")] string[] messages
    ) => Take(repository.Length + pusher.Length + messages.Length);

    [Webhook("/typed", Methods = ["POST"])]
    [Unverified(Reason)]
    public static Task Typed([FromBody] Push push) => Take(push.Commits.Length);

    [Webhook("/form", Methods = ["POST"])]
    [Unverified(Reason)]
    public static Task Form([FromForm] string name, [FromForm] int count) => Take(name.Length + count);

    /// <summary>Everything: what the hosts of bench-http do.</summary>
    [Webhook("/push", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(PipelineConfig.Secret))]
    public static Task<string> OnPush(
        [FromHeader(Name = "X-GitHub-Event")] string @event,
        [FromJson("repository.full_name")] string repository,
        [FromJson("pusher.name")] string pusher,
        [FromJson("commits[*].message")] string[] messages
    ) => Task.FromResult($"{@event}: {pusher} pushed {messages.Length} commit(s) to {repository}");

    private static Task Take(int value) => value == 0 ? throw new InvalidOperationException("Nothing arrived.") : Task.CompletedTask;
}
