using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Hooklatch.Cli.Tests.Harness;

/// <summary>Answers requests in place of the network, and remembers them.</summary>
/// <param name="answer">What is answered; what it throws is thrown.</param>
internal sealed class FakeServer(Func<FakeRequest, FakeAnswer> answer)
{
    private readonly ConcurrentQueue<FakeRequest> _requests = new();

    /// <summary>What was asked.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>The paths of what was asked.</summary>
    public IReadOnlyList<string> Paths => [.. Requests.Select(request => request.Path)];

    /// <summary>A handler that asks this.</summary>
    public HttpMessageHandler CreateHandler() => new Handler(this);

    private sealed class Handler(FakeServer server) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellation)
        {
            var body = message.Content is { } content ? await content.ReadAsByteArrayAsync(cancellation) : [];
            var request = new FakeRequest(
                message.Method.Method,
                message.RequestUri!,
                message
                    .Headers.Concat(message.Content?.Headers.AsEnumerable() ?? [])
                    .SelectMany(header => header.Value.Select(value => (header.Key, value)))
                    .ToArray(),
                body
            );
            server._requests.Enqueue(request);
            var (status, text, type) = server.Answer(request);
            return new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(text, Encoding.UTF8, type) };
        }
    }

    private FakeAnswer Answer(FakeRequest request) => answer(request);
}
