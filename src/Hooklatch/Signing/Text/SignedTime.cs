using System.Globalization;

namespace Hooklatch.Signing.Text;

/// <summary>Reads the times that providers sign, strictly.</summary>
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

    /// <summary>Reads a date and a time of day in Beijing, where it is eight hours later than in UTC all the year round.</summary>
    public static DateTimeOffset? ReadBeijing(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        && time > DateTime.UnixEpoch
            ? new DateTimeOffset(time, TimeSpan.FromHours(8))
            : null;
}
