using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.TestKit.Chats;

/// <summary>A chat service on a real Kestrel: it keeps what it is sent and answers what it is told to, else an empty 200.</summary>
internal sealed class FakeChat : IAsyncDisposable
{
    private readonly ConcurrentQueue<ChatRequest> _requests = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _answers = new();
    private TestHost _host = null!;

    private FakeChat() { }

    public string Url => _host.Http1.ToString().TrimEnd('/');

    public IReadOnlyList<ChatRequest> Requests => [.. _requests];

    public ChatRequest Only => Assert.Single(Requests);

    public static async Task<FakeChat> StartAsync()
    {
        var chat = new FakeChat();
        chat._host = await TestHost.StartAsync(new TestHostSetup { Use = app => app.Run(chat.RespondAsync) });
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

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task RespondAsync(HttpContext http)
    {
        _requests.Enqueue(await ChatRequest.ReadAsync(http.Request));
        await (_answers.TryDequeue(out var answer) ? answer(http) : Task.CompletedTask);
    }
}
