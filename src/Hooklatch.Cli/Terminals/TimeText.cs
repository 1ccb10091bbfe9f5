using System.Globalization;

namespace Hooklatch.Cli.Terminals;

/// <summary>Times as a person writes them.</summary>
internal static class TimeText
{
    /// <summary>A point in time: <c>2026-01-31T12:00:00Z</c>, seconds since 1970, or a time that has passed since: <c>90s</c>, <c>30m</c>, <c>2h</c>, <c>7d</c>.</summary>
    /// <exception cref="ToolException">It is none of these.</exception>
    public static DateTimeOffset Point(string text, DateTimeOffset now)
    {
        if (
            text.Length > 1
            && Unit(text[^1]) is { } unit
            && double.TryParse(text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            && count * unit.TotalDays < 36500
        )
        {
            return now - count * unit;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800)
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw ToolException.Usage($"'{text}' is no time: write 2026-01-31T12:00:00Z, seconds since 1970, or 2h for two hours ago.");
    }

    /// <summary>A time as a table shows it.</summary>
    public static string Short(DateTimeOffset? time) => time?.UtcDateTime.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static TimeSpan? Unit(char letter) =>
        letter switch
        {
            's' => TimeSpan.FromSeconds(1),
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
}
