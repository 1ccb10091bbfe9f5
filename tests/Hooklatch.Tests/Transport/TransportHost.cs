using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Transport;

/// <summary>A host of <see cref="TransportPlugin"/>, whose secrets are in place and which logs everything, unless a test says otherwise.</summary>
public sealed class TransportHost : IAsyncLifetime
{
    public const string Secret = "a secret of the transport tests";

    private TestHost _host = null!;

    /// <summary>Where HTTP/1.1 is spoken.</summary>
    public Uri Http1 => _host.Http1;

    /// <summary>Where HTTP/2 is spoken without TLS, by prior knowledge.</summary>
    public Uri Http2 => _host.Http2;

    internal TransportPlugin Plugin { get; } = new();

    internal CapturedLog Log => _host.Log;

    /// <summary>Changes settings while the host runs, as a reloaded file does.</summary>
    public void Change(params (string Path, string? Value)[] settings) => _host.Configuration.Change(settings);

    public ValueTask InitializeAsync() => InitializeAsync(TimeProvider.System, []);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    internal static Task<TransportHost> StartAsync(params (string Path, string? Value)[] settings) =>
        StartAsync(TimeProvider.System, settings);

    internal static async Task<TransportHost> StartAsync(TimeProvider time, params (string Path, string? Value)[] settings)
    {
        var host = new TransportHost();
        await host.InitializeAsync(time, settings);
        return host;
    }

    private async ValueTask InitializeAsync(TimeProvider time, (string Path, string? Value)[] settings) =>
        _host = await TestHost.StartAsync(
            new TestHostSetup
            {
                SpeaksHttp2 = true,
                Time = time,
                Settings =
                [
                    (TransportPlugin.SecretSetting, Secret),
                    (TransportPlugin.TokenSetting, Secret),
                    ("Logging:LogLevel:Default", "Trace"),
                    .. settings,
                ],
                Configure = builder => builder.Services.AddHooklatch(builder.Configuration, Plugin),
                Use = app => app.MapHooklatch(),
            }
        );
}
