using Hooklatch.Configuration;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Signing.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Verification;

/// <summary>
/// The URL that a provider signs. It is never taken from the <c>Host</c> header, which anyone can write: it is the configured public
/// scheme, host and prefix with the raw path and query, or the exact URL that is configured for the endpoint, as behind a proxy that
/// rewrites paths.
/// </summary>
internal sealed class SignedUrl(PluginScope plugin, string endpoint)
{
    private const string Key = "PublicUrl";
    private readonly LiveSecrets<string[]> _bases = new(plugin.Configuration, Key, urls => urls);
    private readonly LiveSecrets<string[]> _exact = new(plugin.Configuration, PathOfExact(endpoint), urls => urls);

    public bool IsConfigured => !IsExactForMany(plugin, endpoint) && (_exact.Current.Length > 0 || BaseUrl is not null);

    /// <summary>
    /// Whether one exact URL is configured for an endpoint with route parameters, which has as many as there are values. It is wrong for all
    /// but one of them, and there is no telling for which: until it is removed, no URL of the endpoint is known.
    /// </summary>
    public static bool IsExactForMany(PluginScope plugin, string endpoint) =>
        RouteTemplate.HasParameters(endpoint) && plugin.Configuration.At(PathOfExact(endpoint)).Exists();

    /// <summary>Where the exact URL of an endpoint is in the plugin's configuration.</summary>
    public static string PathOfExact(string endpoint) => $"PublicUrls:{endpoint}";

    private string? BaseUrl => _bases.Current is [var own, ..] ? own : plugin.PublicUrl?.AbsoluteUri;

    /// <summary>The URLs that the provider may have signed: one, or as many as are configured for the endpoint.</summary>
    public string[] Of(HttpContext http)
    {
        if (IsExactForMany(plugin, endpoint))
        {
            return [];
        }

        var target = RawPath.WithQuery(http);
        var exact = _exact.Current.Where(url => Covers(url, target)).Select(url => WithQuery(url, target));
        return BaseUrl is { } prefix ? [prefix.TrimEnd('/') + target, .. exact] : [.. exact];
    }

    /// <summary>A URL with a query of its own says nothing of another one, which a handler would take for signed.</summary>
    private static bool Covers(string url, string target) =>
        QueryOf(url).IsEmpty || QueryOf(target).IsEmpty || SecurityHeader.Is(QueryOf(url), QueryOf(target));

    private static ReadOnlySpan<char> QueryOf(string url) =>
        url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var query ? url.AsSpan(query) : default;

    private static string WithQuery(string url, string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        return query < 0 || url.Contains('?', StringComparison.Ordinal) ? url : url + target[query..];
    }
}
