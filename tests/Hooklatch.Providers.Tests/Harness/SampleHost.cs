using System.Collections.Concurrent;
using System.Net;
using Hooklatch.Generated.dev.providers;
using Hooklatch.Tests.Transport;
using Hooklatch.Verification.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Providers.Tests.Harness;

/// <summary>The sample plugin behind a real Kestrel in this process, configured anew for each delivery while it runs.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private readonly SettableClock _clock = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly WebApplication _app;
    private IReadOnlyList<KeyValuePair<string, string>> _settings = [];

    public SampleHost()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton<IKeyFetcher>(new Fetcher(_asked));
        builder.Services.AddWebhookSigningKeys<CircleSignatureAttribute>(_ => new ConfiguredKeys(builder.Configuration));
        builder.Services.AddHooklatch(builder.Configuration, new Manifest());
        _app = builder.Build();
        _app.MapHooklatch();
    }

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    internal async Task<RawAnswer> SendAsync(Vector vector, params KeyValuePair<string, string>[] settings)
    {
        _clock.Now = vector.Now ?? TimeProvider.System.GetUtcNow();
        Change([
            .. settings,
            .. VectorSettings.Of(vector),
            .. vector.Url is { } url
                ? [KeyValuePair.Create($"Plugins:dev.providers:PublicUrls:/{vector.Provider}", url)]
                : Array.Empty<KeyValuePair<string, string>>(),
        ]);
        return await VectorRequest.SendToAsync(new Uri(_app.Urls.First()), vector);
    }

    /// <summary>The addresses that were visited since this was asked last.</summary>
    internal string[] TakeAsked()
    {
        var asked = _asked.ToArray();
        _asked.Clear();
        return asked;
    }

    private void Change(IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        if (settings.SequenceEqual(_settings))
        {
            return;
        }

        foreach (var (path, _) in _settings)
        {
            _app.Configuration[path] = null;
        }

        foreach (var (path, value) in settings)
        {
            _app.Configuration[path] = value;
        }

        _settings = settings;
        ((IConfigurationRoot)_app.Configuration).Reload();
    }

    /// <summary>Stands where providers would answer.</summary>
    private sealed class Fetcher(ConcurrentQueue<string> asked) : IKeyFetcher
    {
        public ValueTask<FetchedKey> FetchAsync(Uri address, CancellationToken cancellation)
        {
            asked.Enqueue(address.AbsoluteUri);
            return new(FetchedKey.Of("<ConfirmSubscriptionResponse/>"u8.ToArray()));
        }
    }

    /// <summary>As the sample host tells keys: from a setting.</summary>
    private sealed class ConfiguredKeys(IConfiguration configuration) : ISigningKeySource
    {
        public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) =>
            new(SigningKeys.Read(configuration[$"Plugins:{request.Plugin}:CircleByHostPublicKey:0"] ?? ""));
    }
}
