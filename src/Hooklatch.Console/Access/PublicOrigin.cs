using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Under which origin a browser sees the console, where a proxy may end TLS in front of the host.</summary>
internal sealed class PublicOrigin(HooklatchOptions options)
{
    /// <summary>Whether the browser came over https: by its connection, or by a proxy to the host of <c>Hooklatch:PublicUrl</c>.</summary>
    public bool IsSecure(HttpContext http) =>
        http.Request.IsHttps
        || (
            options.PublicUrl is { } url
            && url.Scheme == Uri.UriSchemeHttps
            && string.Equals(http.Request.Host.Host, url.IdnHost, StringComparison.OrdinalIgnoreCase)
            && (http.Request.Host.Port ?? 443) == url.Port
        );

    /// <summary>Whether an <c>Origin</c> is the one that the request was sent to.</summary>
    public bool IsOwn(string origin, HttpContext http)
    {
        if (
            !Uri.TryCreate(origin, UriKind.Absolute, out var sender)
            || (sender.Scheme != Uri.UriSchemeHttp && sender.Scheme != Uri.UriSchemeHttps)
        )
        {
            // "null", as from a sandbox or a file.
            return false;
        }

        if (
            options.PublicUrl is { } url
            && Uri.Compare(sender, url, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
        )
        {
            return true;
        }

        var host = http.Request.Host;
        // A proxy that ends TLS passes https on as http; the other way round, a page without TLS has sent it.
        return (sender.Scheme == Uri.UriSchemeHttps || !IsSecure(http))
            && string.Equals(sender.Host, host.Host, StringComparison.OrdinalIgnoreCase)
            && sender.Port == (host.Port ?? (sender.Scheme == Uri.UriSchemeHttps ? 443 : 80));
    }
}
