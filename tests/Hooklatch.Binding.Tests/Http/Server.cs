using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Binding.Tests.Http;

/// <summary>A host on Kestrel, and a client that sends it bytes.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly TestHost _host;
    private readonly string _prefix;
    private readonly SemaphoreSlim _ended;
    private int _sent;

    private Server(TestHost host, string prefix, SemaphoreSlim ended) => (_host, _prefix, _ended) = (host, prefix, ended);

    /// <summary>Our generated endpoints.</summary>
    public static Task<Server> StartHooklatchAsync(string environment = "Production", params (string Path, string? Value)[] settings) =>
        StartAsync(
            "/api/plugin/test.binding/webhook",
            new TestHostSetup
            {
                Environment = environment,
                Settings = settings,
                Configure = builder => builder.AddHooklatch(),
                Use = app => app.MapHooklatch(),
            }
        );

    /// <summary>The same methods, bound by ASP.NET Core at run time.</summary>
    public static Task<Server> StartAspNetCoreAsync() => StartAsync("", new TestHostSetup { Use = Reference.Map });

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
        await client.ConnectAsync(IPAddress.Loopback, _host.Http1.Port);
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
        await _host.DisposeAsync();
        _ended.Dispose();
    }

    private static async Task<Server> StartAsync(string prefix, TestHostSetup setup)
    {
        var ended = new SemaphoreSlim(0);
        var host = await TestHost.StartAsync(
            setup with
            {
                Use = app =>
                {
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
                    setup.Use(app);
                },
            }
        );
        // An endpoint that cannot be built would break every request; better to hear of it here.
        _ = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count;
        return new Server(host, prefix, ended);
    }
}
