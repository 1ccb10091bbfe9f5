using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Http;

/// <summary>
/// The path as the sender wrote it. The framework matches a decoded, normalised path without regard to case or a trailing slash, so
/// <c>/%72aw</c>, <c>/x/../raw</c>, <c>/RAW</c> and <c>/raw/</c> would all reach <c>/raw</c>; a sender signs and a proxy filters exact text.
/// </summary>
internal static class RawPath
{
    public static ReadOnlySpan<char> Of(HttpContext http)
    {
        var path = TargetOf(http);
        var query = path.IndexOf('?');
        path = query < 0 ? path : path[..query];
        return WithoutPathBase(path, http.Request.PathBase);
    }

    /// <summary>The path below the public URL, and the query, as the sender wrote them.</summary>
    public static string WithQuery(HttpContext http)
    {
        var target = TargetOf(http);
        var query = target.IndexOf('?');
        return query < 0 ? Of(http).ToString() : string.Concat(Of(http), target[query..]);
    }

    private static ReadOnlySpan<char> TargetOf(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget;
        // Servers without a request line, as in-memory ones, have no raw target.
        return string.IsNullOrEmpty(target)
            ? (http.Request.PathBase + http.Request.Path).ToUriComponent() + http.Request.QueryString.ToUriComponent()
            : WithoutAuthority(target);
    }

    /// <summary>Absolute form (RFC 9112 section 3.2.2), as a proxy's client may send it.</summary>
    private static ReadOnlySpan<char> WithoutAuthority(string target)
    {
        if (target[0] == '/')
        {
            return target;
        }

        var authority = target.IndexOf("://", StringComparison.Ordinal);
        var path = authority < 0 ? -1 : target.IndexOf('/', authority + 3);
        return path < 0 ? default : target.AsSpan(path);
    }

    private static ReadOnlySpan<char> WithoutPathBase(ReadOnlySpan<char> path, PathString pathBase) =>
        !pathBase.HasValue ? path
        : path.StartsWith(pathBase.Value, StringComparison.Ordinal) ? path[pathBase.Value.Length..]
        : path.StartsWith(pathBase.ToUriComponent(), StringComparison.Ordinal) ? path[pathBase.ToUriComponent().Length..]
        : default;
}
