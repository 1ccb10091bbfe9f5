using Hooklatch.Configuration;
using Hooklatch.Plugins;
using Hooklatch.Signing.Keys;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification.Custom;

/// <summary>What an <see cref="IRequestVerifier"/> knows of the configuration. Everything is live: a change reaches the next request.</summary>
public sealed class VerifierSettings
{
    private readonly PluginScope _plugin;
    private readonly SignedUrl _url;

    internal VerifierSettings(PluginScope plugin, string endpoint)
    {
        _plugin = plugin;
        Endpoint = endpoint;
        _url = new SignedUrl(plugin, endpoint);
    }

    internal string Plugin => _plugin.Key;

    internal string Endpoint { get; }

    /// <summary>The host's services; <see langword="null"/> where there is no host.</summary>
    internal IServiceProvider? Services => _plugin.Services;

    /// <summary>Whether a public URL is configured; a scheme that signs the URL cannot work without.</summary>
    public bool HasPublicUrl => _url.IsConfigured;

    /// <summary>The values at a path of the plugin's configuration.</summary>
    /// <param name="path">The path, as an attribute names it; <see langword="null"/> for none.</param>
    public LiveValues Values(string? path) =>
        new(path is null ? null : new LiveSecrets<string[]>(_plugin.Configuration, path, values => values));

    /// <summary>The values at a path, made ready for use once per change.</summary>
    /// <param name="path">The path, as an attribute names it; <see langword="null"/> for none.</param>
    /// <param name="prepare">Makes one value ready; what gives <see langword="null"/> is left out.</param>
    public LiveValues<T> Values<T>(string? path, Func<string, T?> prepare)
        where T : class =>
        new(
            path is null
                ? null
                : new LiveSecrets<T[]>(_plugin.Configuration, path, values => [.. KeyText.JoinPem(values).Select(prepare).OfType<T>()])
        );

    /// <summary>The URLs that the provider may have signed, of which the <c>Host</c> header is no part: see <c>Hooklatch:PublicUrl</c>.</summary>
    public IReadOnlyList<string> UrlsOf(HttpContext http) => _url.Of(http);
}
