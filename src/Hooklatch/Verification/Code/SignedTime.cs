using System.Globalization;

namespace Hooklatch.Verification.Code;

/// <summary>A signed time against the tolerance that an author set.</summary>
internal static class SignedTime
{
    /// <summary>Reads digits: seconds or milliseconds since 1970.</summary>
    public static DateTimeOffset? ReadUnix(string text, bool isMilliseconds)
    {
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var seconds = isMilliseconds ? number / 1000 : number;
        return seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? null : DateTimeOffset.FromUnixTimeSeconds(seconds);
    }

    /// <summary>Reads RFC 3339 in UTC, to the second or with a fraction.</summary>
    public static DateTimeOffset? ReadRfc3339(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;

    /// <param name="signedAt">The signed time.</param>
    /// <param name="now">The time of receipt.</param>
    /// <param name="toleranceSeconds">What may lie between, in either direction; 0 for any time.</param>
    public static bool IsWithin(DateTimeOffset signedAt, DateTimeOffset now, int toleranceSeconds) =>
        toleranceSeconds == 0 || (now - signedAt).Duration() <= TimeSpan.FromSeconds(toleranceSeconds);
}
