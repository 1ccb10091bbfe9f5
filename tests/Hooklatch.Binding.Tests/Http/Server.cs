using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Binding.Tests.Http;

/// <summary>A host on Kestrel, and a client that sends it bytes.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _prefix;
    private readonly SemaphoreSlim _ended;
    private int _sent;

    private Server(WebApplication app, string prefix, SemaphoreSlim ended) => (_app, _prefix, _ended) = (app, prefix, ended);

    /// <summary>Our generated endpoints.</summary>
    public static Task<Server> StartHooklatchAsync(params string[] arguments) =>
        StartAsync(
            "/api/plugin/test.binding/webhook",
            builder =>
            {
                builder.AddHooklatch();
                return app => app.MapHooklatch();
            },
            arguments
        );

    /// <summary>The same methods, bound by ASP.NET Core at run time.</summary>
    public static Task<Server> StartAspNetCoreAsync() => StartAsync("", _ => Reference.Map);

    /// <summary>Waits until each request that was sent has ended here: a server learns a moment later than its sender that a connection is gone.</summary>
    public async Task WhenIdleAsync()
    {
        for (; _sent > 0; _sent--)
        {
            Assert.True(await _ended.WaitAsync(TimeSpan.FromSeconds(30)), "A request has not ended.");
        }
    }

    public async Task<Answer> SendAsync(Request request)
    {
        _sent++;
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(IPAddress.Loopback, new Uri(_app.Urls.First()).Port);
        await using var stream = new NetworkStream(client);
        using var received = new MemoryStream();
        var receiving = stream.CopyToAsync(received);
        try
        {
            await stream.WriteAsync(request.ToBytes(_prefix));
            if (request.Missing > 0)
            {
                client.Shutdown(SocketShutdown.Send);
            }

            await receiving.WaitAsync(TimeSpan.FromSeconds(30));
        }
        catch (IOException)
        {
            // The server closed before it had read everything; what it said until then is its answer.
        }

        return Answer.Parse(received.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _ended.Dispose();
    }

    private static async Task<Server> StartAsync(
        string prefix,
        Func<WebApplicationBuilder, Action<WebApplication>> configure,
        params string[] arguments
    )
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var map = configure(builder);
        var app = builder.Build();
        var ended = new SemaphoreSlim(0);
        app.Use(
            async (http, next) =>
            {
                try
                {
                    await next(http);
                }
                finally
                {
                    ended.Release();
                }
            }
        );
        map(app);
        await app.StartAsync();
        // An endpoint that cannot be built would break every request; better to hear of it here.
        _ = app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count;
        return new Server(app, prefix, ended);
    }
}
