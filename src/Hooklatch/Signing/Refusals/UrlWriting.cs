using System.Globalization;

namespace Hooklatch.Signing.Refusals;

/// <summary>Other writings of a URL that a provider may have signed.</summary>
internal static class UrlWriting
{
    public static IEnumerable<(string Url, string What)> Of(string url)
    {
        var query = url.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? url : url[..query];
        var rest = query < 0 ? "" : url[query..];
        if (url.StartsWith("https://", StringComparison.Ordinal))
        {
            yield return ("http" + url["https".Length..], "with http in place of https");
        }
        else if (url.StartsWith("http://", StringComparison.Ordinal))
        {
            yield return ("https" + url["http".Length..], "with https in place of http");
        }

        if (rest.Length > 0)
        {
            yield return (path, "without its query");
        }

        yield return path.EndsWith('/')
            ? (path.TrimEnd('/') + rest, "without the slash at its end")
            : (path + "/" + rest, "with a slash at its end");

        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            yield break;
        }

        yield return (uri.PathAndQuery, "as its path and query alone");
        if (uri.Scheme is not ("http" or "https"))
        {
            yield break;
        }

        var authority = url.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        var start = url.IndexOfAny(['/', '?'], authority);
        var target = start < 0 ? "" : url[start..];
        yield return uri.IsDefaultPort
            ? ($"{uri.Scheme}://{uri.Host}:{uri.Port.ToString(CultureInfo.InvariantCulture)}{target}", "with its port")
            : ($"{uri.Scheme}://{uri.Host}{target}", "without its port");
    }
}
