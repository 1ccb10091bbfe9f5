using System.Globalization;
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
        return http.Request.PathBase.HasValue ? BelowPathBase(path, http.Request.Path) : path;
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

    /// <summary>
    /// A path base may stand before the path or not: middleware such as <c>UsePathBase</c> takes it off the path, while a proxy that names it in
    /// <c>X-Forwarded-Prefix</c> has taken it off already. How many segments the framework's path lacks says which of both it was.
    /// </summary>
    private static ReadOnlySpan<char> BelowPathBase(ReadOnlySpan<char> path, PathString below)
    {
        var taken = path.Count('/') - below.Value.AsSpan().Count('/');
        if (taken <= 0)
        {
            return path;
        }

        var end = 0;
        while (taken-- > 0)
        {
            var next = path[(end + 1)..].IndexOf('/');
            var segment = next < 0 ? path[(end + 1)..] : path.Slice(end + 1, next);
            if (!IsPlain(segment))
            {
                return default;
            }

            end += segment.Length + 1;
        }

        return path[end..];
    }

    /// <summary>
    /// Whether a segment is written as its text has to be. The framework also takes off dot segments, and decodes characters that nobody has to
    /// encode (RFC 3986 section 2.3): such a target is not the one that a proxy filters.
    /// </summary>
    private static bool IsPlain(ReadOnlySpan<char> segment)
    {
        if (segment is "" or "." or "..")
        {
            return false;
        }

        for (var escape = segment.IndexOf('%'); escape >= 0; escape = segment.IndexOf('%'))
        {
            segment = segment[(escape + 1)..];
            if (
                segment.Length < 2
                || !byte.TryParse(segment[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var octet)
                || char.IsAsciiLetterOrDigit((char)octet)
                || (char)octet is '-' or '.' or '_' or '~' or '/' or '\\'
            )
            {
                return false;
            }
        }

        return true;
    }
}
