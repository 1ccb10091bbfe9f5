using System.Globalization;

namespace Hooklatch.Signing.Text;

/// <summary>Reads signed timestamps: plain ASCII digits without a sign, white space or fraction, or a date and time of RFC 3339.</summary>
internal static class Timestamp
{
    /// <summary>Enough for milliseconds until the year 33658; anything longer is not a time.</summary>
    private const int MaxDigits = 15;

    /// <summary>The fractions of a second that providers write: none, and up to the nanoseconds of Go, of which .NET keeps seven digits.</summary>
    private const int MaxFractionDigits = 9;

    /// <summary>No clock on earth is further from UTC.</summary>
    private static readonly TimeSpan MaxOffset = TimeSpan.FromHours(14);

    public static bool TryParse(ReadOnlySpan<char> text, TimeUnit unit, out DateTimeOffset time) =>
        unit is TimeUnit.Iso8601 || (unit is TimeUnit.SecondsOrIso8601 && text.Contains('T'))
            ? TryParseDateTime(text, out time)
            : TryParseNumber(text, unit, out time);

    /// <summary>Writes a time as it is read: of two spellings, the one in digits.</summary>
    public static string Write(DateTimeOffset time, TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Milliseconds => time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            TimeUnit.Iso8601 => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
            _ => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };

    private static bool TryParseNumber(ReadOnlySpan<char> text, TimeUnit unit, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is 0 or > MaxDigits || text.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var number = long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
        var milliseconds = unit is TimeUnit.Milliseconds ? number : checked(number * 1000);
        if (milliseconds > DateTimeOffset.MaxValue.ToUnixTimeMilliseconds())
        {
            return false;
        }

        time = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return true;
    }

    /// <summary>RFC 3339 section 5.6, with a capital T and Z as every provider writes them.</summary>
    private static bool TryParseDateTime(ReadOnlySpan<char> text, out DateTimeOffset time)
    {
        const string Seconds = "yyyy-MM-ddTHH:mm:ss";
        time = default;
        if (text.Length <= Seconds.Length || !TryTakeOffset(ref text, out var offset) || !TryTakeFraction(ref text, out var ticks))
        {
            return false;
        }

        if (!DateTime.TryParseExact(text, Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return false;
        }

        var utc = local.Ticks + ticks - offset.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTimeOffset(utc, TimeSpan.Zero);
        return true;
    }

    private static bool TryTakeOffset(ref ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text[^1] == 'Z')
        {
            text = text[..^1];
            return true;
        }

        const int Length = 6; // +hh:mm
        var written = text[^Length..];
        text = text[..^Length];
        return written[0] is '+' or '-'
            && TimeSpan.TryParseExact(
                written[1..],
                "hh\\:mm",
                CultureInfo.InvariantCulture,
                written[0] == '-' ? TimeSpanStyles.AssumeNegative : TimeSpanStyles.None,
                out offset
            )
            && offset.Duration() <= MaxOffset;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        var point = text.IndexOf('.');
        if (point < 0)
        {
            return true;
        }

        var fraction = text[(point + 1)..];
        text = text[..point];
        if (fraction.Length is 0 or > MaxFractionDigits || fraction.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var nanoseconds = long.Parse(fraction, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var i = fraction.Length; i < MaxFractionDigits; i++)
        {
            nanoseconds *= 10;
        }

        ticks = nanoseconds / TimeSpan.NanosecondsPerTick;
        return true;
    }
}
