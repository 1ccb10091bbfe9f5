using Hooklatch.Console.Access;
using Hooklatch.Console.Answers;
using Hooklatch.Console.Bulk;
using Hooklatch.Console.Deliveries;
using Hooklatch.Console.Live;
using Hooklatch.Management;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Console.Api;

/// <summary>What happens, as server-sent events.</summary>
internal static class LiveApi
{
    public static void Map(IEndpointRouteBuilder api) => StoreCall.Map(api, "GET", "/live", ConsoleRole.Read, OpenAsync);

    private static Task<IResult> OpenAsync(HttpContext http)
    {
        var filter = FilterReader.Read(new QueryText(http.Request.Query));
        return Task.FromResult<IResult>(new Stream(filter));
    }

    private sealed class Stream(DeliveryFilter filter) : IResult
    {
        public async Task ExecuteAsync(HttpContext http)
        {
            var services = http.RequestServices;
            var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
            var stream = new LiveStream(
                http,
                services.GetRequiredService<BulkRuns>(),
                services.GetRequiredService<ICallerCheck>(),
                services.GetRequiredService<TimeProvider>()
            );
            if (!services.GetRequiredService<LiveHub>().TryOpen(filter, out var subscription))
            {
                await RefuseAsync(http, stream, stopping.Token);
                return;
            }

            using (subscription)
            {
                await stream.RunAsync(subscription, stopping.Token);
            }
        }

        /// <summary>A browser shows the words of an event, and not those of an error.</summary>
        private static Task RefuseAsync(HttpContext http, LiveStream stream, CancellationToken stopping) =>
            http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase)
                ? stream.RefuseAsync(stopping)
                : StoreCall
                    .Problem(StatusCodes.Status429TooManyRequests, "Too many streams are open", LiveStream.TooMany)
                    .ExecuteAsync(http);
    }
}
