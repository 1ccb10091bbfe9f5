using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Browser.Tests.Harness;

/// <summary>The published sample host with tokens for its console, and a sender.</summary>
internal sealed class ConsoleHost(RunningHost host) : IAsyncDisposable
{
    public const string Secret = "It's a Secret to Everybody";
    public const string JobToken = "j0b";
    public const string Owner = "owner-token-for-the-tests-1234567890";
    public const string Reader = "reader-token-for-the-tests-1234567890";
    public const string BodyReader = "bodies-token-for-the-tests-1234567890";
    public const string Queued = "/api/plugin/dev.sample_webhook/webhook/github_queued";
    public const string Inline = "/api/plugin/dev.sample_webhook/webhook/github";
    public const string StartJob = "/api/plugin/dev.sample_webhook/webhook/start_job";

    /// <summary>What each of these hosts is started with.</summary>
    public static readonly string[] Settings =
    [
        "--Plugins:dev.sample_webhook:GitHubWebhookSecret=" + Secret,
        "--Plugins:dev.sample_webhook:JobToken=" + JobToken,
        "--Hooklatch:Console:Tokens:owner:Token=" + Owner,
        "--Hooklatch:Console:Tokens:owner:Role=operate",
        "--Hooklatch:Console:Tokens:reader:Token=" + Reader,
        "--Hooklatch:Console:Tokens:reader:Role=read",
        "--Hooklatch:Console:Tokens:body_reader:Token=" + BodyReader,
        "--Hooklatch:Console:Tokens:body_reader:Role=bodies",
    ];

    public Uri Address => host.Client.BaseAddress!;

    public RunningHost Process => host;

    public ValueTask DisposeAsync() => host.DisposeAsync();

    /// <summary>A push that its handler takes.</summary>
    public Task<HttpStatusCode> PushAsync(string repository, string path = Queued, string id = "", string message = "Say hello") =>
        SendAsync(path, Push(repository, message), "push", id.Length > 0 ? id : Guid.NewGuid().ToString());

    /// <summary>A push that its handler cannot be bound from: it is dead at once.</summary>
    public Task<HttpStatusCode> DeadAsync(string repository, string id) =>
        SendAsync(
            Queued,
            Encoding.UTF8.GetBytes($$"""{"repository":{"full_name":"{{repository}}"},"commits":[{"message":42}]}"""),
            "push",
            id
        );

    /// <summary>A signed delivery of any bytes.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="body">The bytes.</param>
    /// <param name="event">The event.</param>
    /// <param name="id">The provider's id.</param>
    /// <param name="secret">What it is signed with.</param>
    public async Task<HttpStatusCode> SendAsync(string path, byte[] body, string @event, string id, string secret = Secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TryAddWithoutValidation("X-GitHub-Event", @event);
        request.Headers.TryAddWithoutValidation("X-GitHub-Delivery", id);
        request.Headers.Add(
            "X-Hub-Signature-256",
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))
        );
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async Task<HttpStatusCode> StartJobAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, StartJob)
        {
            Content = new StringContent($$"""{"task_id":"{{id}}","notify_chat_key":"console-jobs"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Job-Token", JobToken);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static byte[] Push(string repository, string message) =>
        Encoding.UTF8.GetBytes(
            $$"""{"ref":"main","repository":{"id":9007199254740993,"full_name":"{{repository}}"},"pusher":{"name":"mona"},"commits":[{"message":"{{message}}"}]}"""
        );
}
