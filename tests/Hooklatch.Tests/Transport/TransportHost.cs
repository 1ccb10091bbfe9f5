using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Transport;

/// <summary>A real Kestrel that serves <see cref="TransportPlugin"/> in this process, on free ports of the loopback address.</summary>
public sealed class TransportHost : IAsyncLifetime
{
    public const string Secret = "a secret of the transport tests";

    private readonly WebApplication _app;

    public TransportHost()
        : this(TimeProvider.System, []) { }

    private TransportHost(TimeProvider time, (string Path, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Configure(builder.Configuration, settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
        });
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton(time);
        builder.Services.AddHooklatch(builder.Configuration, Plugin);
        _app = builder.Build();
        _app.MapHooklatch();
    }

    /// <summary>Where HTTP/1.1 is spoken.</summary>
    public Uri Http1 => new(_app.Urls.First());

    /// <summary>Where HTTP/2 is spoken without TLS, by prior knowledge.</summary>
    public Uri Http2 => new(_app.Urls.Last());

    internal TransportPlugin Plugin { get; } = new();

    internal CapturedLog Log { get; } = new();

    /// <summary>Changes settings while the host runs, as a reloaded file does.</summary>
    public void Change(params (string Path, string Value)[] settings)
    {
        foreach (var (path, value) in settings)
        {
            _app.Configuration[path] = value;
        }
        ((IConfigurationRoot)_app.Configuration).Reload();
    }

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal static Task<TransportHost> StartAsync(params (string Path, string Value)[] settings) =>
        StartAsync(TimeProvider.System, settings);

    internal static async Task<TransportHost> StartAsync(TimeProvider time, params (string Path, string Value)[] settings)
    {
        var host = new TransportHost(time, settings);
        await host.InitializeAsync();
        return host;
    }

    /// <summary>Secrets are in place and everything is logged, unless a test says otherwise.</summary>
    private static void Configure(ConfigurationManager configuration, (string Path, string Value)[] settings)
    {
        configuration.AddInMemoryCollection();
        configuration[TransportPlugin.SecretSetting] = Secret;
        configuration[TransportPlugin.TokenSetting] = Secret;
        configuration["Logging:LogLevel:Default"] = "Trace";
        foreach (var (path, value) in settings)
        {
            configuration[path] = value;
        }
    }
}
