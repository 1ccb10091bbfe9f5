using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Dates and times, in the formats of System.Text.Json.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonTime
{
    /// <summary>The longest text of the formats read here, with every character escaped.</summary>
    private const int MaxEscapedLength = 26 * 6;

    /// <summary>A date and time of ISO 8601.</summary>
    public readonly struct DateTime : IJsonScalar<DateTime, System.DateTime>
    {
        static string IJsonScalar<DateTime, System.DateTime>.Expected => "Expected an ISO 8601 date and time.";

        static bool IJsonScalar<DateTime, System.DateTime>.TryRead(ref Utf8JsonReader reader, out System.DateTime value)
        {
            value = default;
            return reader.TokenType == JsonTokenType.String && reader.TryGetDateTime(out value);
        }
    }

    /// <summary>A date and time of ISO 8601; without an offset it is in the machine's zone.</summary>
    public readonly struct DateTimeOffset : IJsonScalar<DateTimeOffset, System.DateTimeOffset>
    {
        static string IJsonScalar<DateTimeOffset, System.DateTimeOffset>.Expected => "Expected an ISO 8601 date and time.";

        static bool IJsonScalar<DateTimeOffset, System.DateTimeOffset>.TryRead(ref Utf8JsonReader reader, out System.DateTimeOffset value)
        {
            value = default;
            return reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out value);
        }
    }

    /// <summary>A date as <c>2026-01-31</c>.</summary>
    public readonly struct DateOnly : IJsonScalar<DateOnly, System.DateOnly>
    {
        static string IJsonScalar<DateOnly, System.DateOnly>.Expected => "Expected a date as yyyy-MM-dd.";

        static bool IJsonScalar<DateOnly, System.DateOnly>.TryRead(ref Utf8JsonReader reader, out System.DateOnly value)
        {
            value = default;
            if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > MaxEscapedLength)
            {
                return false;
            }

            Span<char> text = stackalloc char[MaxEscapedLength];
            var date = text[..reader.CopyString(text)];
            return System.DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
        }
    }

    /// <summary>A time of day as <c>23:59:59</c>, with up to seven decimals.</summary>
    public readonly struct TimeOnly : IJsonScalar<TimeOnly, System.TimeOnly>
    {
        static string IJsonScalar<TimeOnly, System.TimeOnly>.Expected => "Expected a time as hh:mm:ss.";

        static bool IJsonScalar<TimeOnly, System.TimeOnly>.TryRead(ref Utf8JsonReader reader, out System.TimeOnly value)
        {
            var isTime =
                TryReadDuration(ref reader, out var sinceMidnight) && sinceMidnight.Ticks is >= 0 and < System.TimeSpan.TicksPerDay;
            value = isTime ? System.TimeOnly.FromTimeSpan(sinceMidnight) : default;
            return isTime;
        }
    }

    /// <summary>A duration as <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public readonly struct TimeSpan : IJsonScalar<TimeSpan, System.TimeSpan>
    {
        static string IJsonScalar<TimeSpan, System.TimeSpan>.Expected => "Expected a duration as d.hh:mm:ss.";

        static bool IJsonScalar<TimeSpan, System.TimeSpan>.TryRead(ref Utf8JsonReader reader, out System.TimeSpan value) =>
            TryReadDuration(ref reader, out value);
    }

    private static bool TryReadDuration(ref Utf8JsonReader reader, out System.TimeSpan value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.Length > MaxEscapedLength)
        {
            return false;
        }

        Span<byte> buffer = stackalloc byte[MaxEscapedLength];
        ReadOnlySpan<byte> text = buffer[..reader.CopyString(buffer)];
        return text is [>= (byte)'0' and <= (byte)'9' or (byte)'-', ..]
            && Utf8Parser.TryParse(text, out value, out var consumed, 'c')
            && consumed == text.Length;
    }
}
