using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Hosting;

/// <summary>
/// Tells a test when the host is done with its request. A delivery is logged and counted after its answer, which its sender may have before.
/// </summary>
internal sealed class RequestEnds
{
    private const string Header = "X-Test-Request";

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _running = new();
    private int _last;

    public void Watch(WebApplication app) =>
        app.Use(
            async (http, next) =>
            {
                var number = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
                var ended = _running[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
                http.Response.OnStarting(() =>
                {
                    http.Response.Headers[Header] = number;
                    return Task.CompletedTask;
                });
                try
                {
                    await next(http);
                }
                finally
                {
                    ended.SetResult();
                }
            }
        );

    /// <summary>Waits until the host is done with the request that was answered with this.</summary>
    public async Task WaitAsync(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues(Header, out var numbers) && _running.TryRemove(numbers.Single(), out var ended))
        {
            response.Headers.Remove(Header);
            await ended.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }
}
