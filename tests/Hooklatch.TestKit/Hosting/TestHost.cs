using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.TestKit.Hosting;

/// <summary>
/// A host in this process, on a real Kestrel and free ports of the loopback address: settings that change while it runs, and everything that it logs.
/// What it serves, its owner says.
/// </summary>
internal sealed class TestHost : IAsyncDisposable
{
    private TestHost(TestHostSetup setup)
    {
        Configuration.Change(setup.Settings);
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { EnvironmentName = setup.Environment, ApplicationName = setup.ApplicationName }
        );
        ((IConfigurationBuilder)builder.Configuration).Add(Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            if (setup.SpeaksHttp2)
            {
                kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            }
        });
        builder.Logging.ClearProviders().AddProvider(Log);
        if (setup.Time is { } time)
        {
            builder.Services.AddSingleton(time);
        }

        setup.Configure(builder);
        App = builder.Build();
        setup.Use(App);
    }

    public WebApplication App { get; }

    public LiveConfiguration Configuration { get; } = new();

    public CapturedLog Log { get; } = new();

    /// <summary>Where HTTP/1.1 is spoken.</summary>
    public Uri Http1 => new(App.Urls.First());

    /// <summary>Where HTTP/2 is spoken without TLS, by prior knowledge.</summary>
    public Uri Http2 => new(App.Urls.Last());

    public static async Task<TestHost> StartAsync(TestHostSetup setup)
    {
        var host = new TestHost(setup);
        await host.App.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
