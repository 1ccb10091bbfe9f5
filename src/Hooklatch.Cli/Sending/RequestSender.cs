using System.Net.Http.Headers;
using System.Text;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Sending;

/// <summary>Sends requests as they were signed, and measures how long their answers take.</summary>
/// <param name="client">The client.</param>
/// <param name="time">The clock.</param>
internal sealed class RequestSender(HttpMessageInvoker client, TimeProvider time)
{
    /// <summary>As much of an answer is shown.</summary>
    private const int MaxAnswer = 4096;

    /// <summary>Sends a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="url">Where to, where the URL that is signed is another one.</param>
    /// <param name="timeout">How long the answer may take.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<SendAnswer> SendAsync(OutgoingRequest request, string url, TimeSpan timeout, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, limit.Token);
        using var message = MessageOf(request, url);
        var started = time.GetTimestamp();
        try
        {
            using var answer = await client.SendAsync(message, both.Token);
            var text = await ReadAsync(answer.Content, both.Token);
            return new SendAnswer((int)answer.StatusCode, text, time.GetElapsedTime(started), null);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SendAnswer(null, "", time.GetElapsedTime(started), $"no answer within {timeout.TotalSeconds:0} s");
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return new SendAnswer(null, "", time.GetElapsedTime(started), (error.InnerException ?? error).Message);
        }
    }

    /// <summary>The request with its exact headers and body.</summary>
    public static HttpRequestMessage MessageOf(OutgoingRequest request, string url)
    {
        var message = new HttpRequestMessage(new HttpMethod(request.Method), ExactUrl.Of(url))
        {
            Content = new ByteArrayContent(request.Body),
        };
        if (request.ContentType is { } type && !message.Content.Headers.TryAddWithoutValidation("Content-Type", type))
        {
            throw ToolException.Usage($"'{type}' is no media type.");
        }

        foreach (var (name, values) in request.Headers)
        {
            if (
                !message.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)
                && !message.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values)
            )
            {
                throw ToolException.Usage($"'{name}' is no header of a request.");
            }
        }

        if (message.Headers.UserAgent.Count == 0)
        {
            message.Headers.UserAgent.Add(new ProductInfoHeaderValue("hooklatch", ToolVersion.Text));
        }

        return message;
    }

    private static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellation);
        var bytes = new byte[MaxAnswer];
        var length = await stream.ReadAtLeastAsync(bytes, MaxAnswer, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
