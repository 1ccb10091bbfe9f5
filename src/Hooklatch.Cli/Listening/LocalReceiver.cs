using System.Net;
using Hooklatch.Cli.Verifying;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Cli.Listening;

/// <summary>A receiver on this machine, which takes every request as it is.</summary>
internal sealed class LocalReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalReceiver(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts it.</summary>
    /// <param name="address">The address.</param>
    /// <param name="port">The port; 0 for a free one.</param>
    /// <param name="maxBody">The most bytes of a body; a longer one is answered 413.</param>
    /// <param name="time">The clock.</param>
    /// <param name="receive">Takes a request and says what is answered.</param>
    /// <exception cref="ToolException">The port is taken.</exception>
    public static async Task<LocalReceiver> StartAsync(
        IPAddress address,
        int port,
        long maxBody,
        TimeProvider time,
        Func<CapturedRequest, CancellationToken, Task<ReceiverAnswer>> receive
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, OwnLifetime>();
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = maxBody;
                kestrel.Listen(address, port, endpoint => endpoint.Protocols = HttpProtocols.Http1);
            });
        var app = builder.Build();
        app.Run(http => AnswerAsync(http, time, receive));
        try
        {
            await app.StartAsync();
        }
        catch (IOException error)
        {
            await app.DisposeAsync();
            throw new ToolException("port", $"It cannot listen: {error.Message}");
        }

        return new LocalReceiver(app);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(
        HttpContext http,
        TimeProvider time,
        Func<CapturedRequest, CancellationToken, Task<ReceiverAnswer>> receive
    )
    {
        using var body = new MemoryStream();
        try
        {
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException error)
        {
            http.Response.StatusCode = error.StatusCode;
            return;
        }

        var answer = await receive(RequestOf(http, body.ToArray(), time.GetUtcNow()), http.RequestAborted);
        http.Response.StatusCode = answer.Status;
        if (answer.Body.Length > 0)
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
        }
    }

    private static CapturedRequest RequestOf(HttpContext http, byte[] body, DateTimeOffset now)
    {
        var headers = new List<KeyValuePair<string, string>>();
        foreach (var (name, values) in http.Request.Headers)
        {
            // The chunks are put together already: what is kept says how long the body is.
            var isChunks = name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
            headers.AddRange(
                isChunks
                    ? [KeyValuePair.Create("Content-Length", body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture))]
                    : values.Select(value => KeyValuePair.Create(name, value ?? ""))
            );
        }

        return new CapturedRequest
        {
            Method = http.Request.Method,
            Target = http.Features.Get<IHttpRequestFeature>()!.RawTarget,
            Headers = headers,
            Body = body,
            ReceivedAt = now,
        };
    }

    /// <summary>Signals end the tool, which stops the receiver; it does not watch for them itself.</summary>
    private sealed class OwnLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
