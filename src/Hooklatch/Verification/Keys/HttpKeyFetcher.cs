using System.Net;
using Hooklatch.Signing.Text;

namespace Hooklatch.Verification.Keys;

/// <summary>Fetches over HTTPS: at most 64 KiB in at most 5 seconds, and never where a redirect leads.</summary>
internal sealed class HttpKeyFetcher(HttpMessageHandler handler, TimeProvider time) : IKeyFetcher, IDisposable
{
    private const int MaxBytes = 64 << 10;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly HttpMessageInvoker _invoker = new(handler);

    public static SocketsHttpHandler CreateHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = Timeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    public async ValueTask<FetchedKey> FetchAsync(Uri address, CancellationToken cancellation)
    {
        if (!SecurityHeader.Is(address.Scheme, Uri.UriSchemeHttps))
        {
            return FetchedKey.None;
        }

        try
        {
            using var timeout = new CancellationTokenSource(Timeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
            return await GetAsync(address, either.Token);
        }
        catch (Exception error)
            when (error is HttpRequestException or IOException
                || (error is OperationCanceledException && !cancellation.IsCancellationRequested)
            )
        {
            return FetchedKey.Unavailable;
        }
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<FetchedKey> GetAsync(Uri address, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await _invoker.SendAsync(request, cancellation);
        if (response.StatusCode is not HttpStatusCode.OK)
        {
            var isPassing =
                response.StatusCode
                is >= HttpStatusCode.InternalServerError
                    or HttpStatusCode.RequestTimeout
                    or HttpStatusCode.TooManyRequests;
            return isPassing ? FetchedKey.Unavailable : FetchedKey.None;
        }

        // Grows with what comes: an answer that announces much, or nothing and waits, holds next to nothing.
        using var content = new MemoryStream();
        var piece = new byte[4 << 10];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        while (content.Length <= MaxBytes && await stream.ReadAsync(piece, cancellation) is > 0 and var read)
        {
            content.Write(piece.AsSpan(0, read));
        }

        return content.Length > MaxBytes ? FetchedKey.None : FetchedKey.Of(content.ToArray());
    }
}
