using System.Collections.Concurrent;
using Hooklatch.Generated.dev.providers;
using Hooklatch.Verification.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Providers.Tests.Harness;

/// <summary>The sample plugin behind a real Kestrel in this process, configured anew for each delivery while it runs.</summary>
public sealed class SampleHost : IAsyncLifetime
{
    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<string> _asked = new();
    private TestHost _host = null!;
    private IReadOnlyList<KeyValuePair<string, string>> _settings = [];

    public async ValueTask InitializeAsync() =>
        _host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Time = _clock,
                Configure = builder =>
                {
                    builder.Services.AddSingleton<IKeyFetcher>(new Fetcher(_asked));
                    builder.Services.AddWebhookSigningKeys<CircleSignatureAttribute>(_ => new ConfiguredKeys(builder.Configuration));
                    builder.Services.AddHooklatch(builder.Configuration, new Manifest());
                },
                Use = app => app.MapHooklatch(),
            }
        );

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    internal async Task<RawAnswer> SendAsync(Vector vector, params KeyValuePair<string, string>[] settings)
    {
        _clock.AdjustTime(vector.Now ?? TimeProvider.System.GetUtcNow());
        Change([
            .. settings,
            .. VectorSettings.Of(vector),
            .. vector.Url is { } url
                ? [KeyValuePair.Create($"Plugins:dev.providers:PublicUrls:/{vector.Provider}", url)]
                : Array.Empty<KeyValuePair<string, string>>(),
        ]);
        return await VectorRequest.SendToAsync(_host.Http1, vector);
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

        _host.Configuration.Change([
            .. _settings.Select(setting => (setting.Key, (string?)null)),
            .. settings.Select(setting => (setting.Key, (string?)setting.Value)),
        ]);
        _settings = settings;
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
