using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Tests.Testing;

/// <summary>A chat service on a real Kestrel: it keeps what it is sent and answers what it is told to, else an empty 200.</summary>
internal sealed class FakeChat : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ChatRequest> _requests = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();

    private FakeChat()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(RespondAsync);
    }

    public string Url => _app.Urls.First();

    public IReadOnlyList<ChatRequest> Requests => [.. _requests];

    public ChatRequest Only => Assert.Single(Requests);

    public static async Task<FakeChat> StartAsync()
    {
        var chat = new FakeChat();
        await chat._app.StartAsync(TestContext.Current.CancellationToken);
        return chat;
    }

    public FakeChat Answer(int status, string body = "", params (string Name, string Value)[] headers) =>
        Answer(http =>
        {
            http.Response.StatusCode = status;
            foreach (var (name, value) in headers)
            {
                http.Response.Headers[name] = value;
            }

            return http.Response.WriteAsync(body);
        });

    public FakeChat Answer(Func<HttpContext, Task> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task RespondAsync(HttpContext http)
    {
        _requests.Enqueue(await ChatRequest.ReadAsync(http.Request));
        await (_answers.TryDequeue(out var answer) ? answer(http) : Task.CompletedTask);
    }
}
