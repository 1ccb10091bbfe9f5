using System.Globalization;
using System.Net.Http.Headers;

namespace Hooklatch.Sessions.Http;

/// <summary>
/// The one client of all adapters. It is not IHttpClientFactory's, which logs every URL, and it takes part in no trace: the URL of an
/// incoming webhook and of a Telegram bot is its secret. It follows no redirect, so a token goes nowhere but where it was configured to go.
/// </summary>
internal sealed class ChatHttp(TimeProvider time) : IDisposable
{
    private const int MaxResponseBytes = 1024 * 1024;

    private readonly HttpClient _client = new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2), // An address may change while the host runs.
        }
    )
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan, // The sender holds the deadline.
    };

    /// <exception cref="HttpRequestException">There was no answer.</exception>
    public async Task<ChatAnswer> PostAsync(Uri url, HttpContent content, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return new ChatAnswer((int)response.StatusCode, await ReadAsync(response.Content, cancellationToken), RetryAfter(response.Headers));
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The rest of a longer answer is left unread: what counts is that there was one.</summary>
    private static async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var body = await content.ReadAsStreamAsync(cancellationToken);
        using var read = new MemoryStream();
        var buffer = new byte[4096];
        int count;
        while (read.Length < MaxResponseBytes && (count = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    /// <summary>Seconds, as some services write them with a fraction, or a date.</summary>
    private TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.First();
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
                ? ChatAnswer.Seconds(seconds)
            : DateTimeOffset.TryParseExact(text, "R", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? TimeSpan.FromTicks(Math.Max(0, (date - time.GetUtcNow()).Ticks))
            : null;
    }
}
