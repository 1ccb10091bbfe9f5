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

        if (Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            yield return (uri.PathAndQuery, "as its path and query alone");
        }
    }
}
