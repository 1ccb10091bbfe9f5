using System.Globalization;
using System.Text.Json;
using CsCheck;
using Hooklatch.Json;

namespace Hooklatch.Tests.FromJson;

/// <summary>Every scalar accepts what System.Text.Json accepts, and gives the same value.</summary>
public class ScalarTests
{
    private static readonly string[] Tokens =
    [
        "0",
        "-0",
        "1",
        "-1",
        "127",
        "128",
        "255",
        "256",
        "-128",
        "-129",
        "32767",
        "32768",
        "65535",
        "65536",
        "2147483647",
        "2147483648",
        "-2147483648",
        "-2147483649",
        "4294967295",
        "4294967296",
        "9223372036854775807",
        "9223372036854775808",
        "18446744073709551615",
        "18446744073709551616",
        "170141183460469231731687303715884105727",
        "340282366920938463463374607431768211456",
        "1.0",
        "1e2",
        "1E+2",
        "-1.5e-3",
        "0.1",
        "0.30000000000000004",
        "3.4028235e38",
        "1.7976931348623157e308",
        "1e-400",
        "79228162514264337593543950335",
        "79228162514264337593543950336",
        "1.0000000000000000000000000000001",
        "65504",
        "true",
        "false",
        "[]",
        "{}",
        "[1]",
        "\"\"",
        "\"1\"",
        "\"true\"",
        "\"a\"",
        "\"ab\"",
        "\"\\u0061\"",
        "\"\\n\"",
        "\"\\ud83d\\ude00\"",
        "\"ü\"",
        "\"8c5e0c8e-6d1c-4d5e-9a55-0a8f6c3f9f10\"",
        "\"{8c5e0c8e-6d1c-4d5e-9a55-0a8f6c3f9f10}\"",
        "\"8c5e0c8e6d1c4d5e9a550a8f6c3f9f10\"",
        "\"8C5E0C8E-6D1C-4D5E-9A55-0A8F6C3F9F1\\u0030\"",
        "\"2026-01-31\"",
        "\"2026-1-31\"",
        "\"2026-02-30\"",
        "\"2026-01-31T\"",
        "\"2026-01-31T12:00\"",
        "\"2026-01-31T12:00:00Z\"",
        "\"2026-01-31T12:00:00.1234567+02:00\"",
        "\"2026-01-31T12:00:00.12345678Z\"",
        "\"2026-01-31 12:00:00\"",
        "\"2026-01-31T24:00:00\"",
        "\"\\u0032026-01-31\"",
        "\"01/31/2026\"",
        "\"12:30\"",
        "\"12:30:59\"",
        "\"23:59:59.9999999\"",
        "\"24:00:00\"",
        "\"1.00:00:00\"",
        "\"-00:00:01\"",
        "\"+1:00:00\"",
        "\" 12:30:59\"",
        "\"12:30:59 \"",
        "\"10675199.02:48:05.4775807\"",
        "\"10675199.02:48:05.4775808\"",
        "\"12\"",
        "\"1:2:3\"",
        "\"-10.00:00:00\"",
        "\"AQI=\"",
        "\"AQI\"",
        "\"AQ==\\n\"",
        "\"https://example.com/x?y=ü\"",
        "\"/relative\"",
        "\"http://[\"",
        "\"\\u0068ttp://x\"",
    ];

    [Fact]
    public void SByte_is_read_as_there() => AssertSame<sbyte, JsonInteger<sbyte>>();

    [Fact]
    public void Byte_is_read_as_there() => AssertSame<byte, JsonInteger<byte>>();

    [Fact]
    public void Int16_is_read_as_there() => AssertSame<short, JsonInteger<short>>();

    [Fact]
    public void UInt16_is_read_as_there() => AssertSame<ushort, JsonInteger<ushort>>();

    [Fact]
    public void Int32_is_read_as_there() => AssertSame<int, JsonInteger<int>>();

    [Fact]
    public void UInt32_is_read_as_there() => AssertSame<uint, JsonInteger<uint>>();

    [Fact]
    public void Int64_is_read_as_there() => AssertSame<long, JsonInteger<long>>();

    [Fact]
    public void UInt64_is_read_as_there() => AssertSame<ulong, JsonInteger<ulong>>();

    [Fact]
    public void Int128_is_read_as_there() => AssertSame<Int128, JsonInteger<Int128>>();

    /// <summary>But for a negative zero, which is there rejected for every unsigned type but this one.</summary>
    [Fact]
    public void UInt128_is_read_as_there() =>
        Assert.All(Tokens.Where(json => json != "-0"), json => AssertSame<UInt128, JsonInteger<UInt128>>(json, isInfinite: null));

    [Fact]
    public void Half_is_read_as_there() => AssertSame<Half, JsonNumber<Half>>(isInfinite: Half.IsInfinity);

    [Fact]
    public void Single_is_read_as_there() => AssertSame<float, JsonNumber<float>>(isInfinite: float.IsInfinity);

    [Fact]
    public void Double_is_read_as_there() => AssertSame<double, JsonNumber<double>>(isInfinite: double.IsInfinity);

    [Fact]
    public void Decimal_is_read_as_there() => AssertSame<decimal, JsonNumber<decimal>>();

    [Fact]
    public void Boolean_is_read_as_there() => AssertSame<bool, JsonBoolean>();

    [Fact]
    public void String_is_read_as_there() => AssertSame<string, JsonString>();

    [Fact]
    public void Char_is_read_as_there() => AssertSame<char, JsonText.Character>();

    [Fact]
    public void Guid_is_read_as_there() => AssertSame<Guid, JsonText.Uuid>();

    [Fact]
    public void Uri_is_read_as_there() => AssertSame<Uri, JsonText.Uri>();

    [Fact]
    public void Base64_is_read_as_there() => AssertSame<byte[], JsonText.Base64>();

    [Fact]
    public void DateTime_is_read_as_there() => AssertSame<DateTime, JsonTime.DateTime>();

    [Fact]
    public void DateTimeOffset_is_read_as_there() => AssertSame<DateTimeOffset, JsonTime.DateTimeOffset>();

    [Fact]
    public void DateOnly_is_read_as_there() => AssertSame<DateOnly, JsonTime.DateOnly>();

    [Fact]
    public void TimeOnly_is_read_as_there() => AssertSame<TimeOnly, JsonTime.TimeOnly>();

    [Fact]
    public void TimeSpan_is_read_as_there() => AssertSame<TimeSpan, JsonTime.TimeSpan>();

    [Fact]
    public void Random_numbers_are_read_as_there() =>
        Gen
            .Double.Where(double.IsFinite)
            .Select(number => number.ToString("R", CultureInfo.InvariantCulture))
            .Sample(json =>
            {
                AssertSame<double, JsonNumber<double>>(json, double.IsInfinity);
                AssertSame<float, JsonNumber<float>>(json, float.IsInfinity);
                AssertSame<decimal, JsonNumber<decimal>>(json, isInfinite: null);
            });

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    public void What_overflows_is_not_made_infinite(string json)
    {
        Assert.Equal("The JSON value '$' is not valid. Expected a number.", Single<double, JsonNumber<double>>.Read(json)?.Error);
        Assert.Equal("The JSON value '$' is not valid. Expected a number.", Single<decimal, JsonNumber<decimal>>.Read(json)?.Error);
    }

    private static void AssertSame<T, TScalar>(Func<T, bool>? isInfinite = null)
        where TScalar : struct, IJsonValue<T> => Assert.All(Tokens, json => AssertSame<T, TScalar>(json, isInfinite));

    private static void AssertSame<T, TScalar>(string json, Func<T, bool>? isInfinite)
        where TScalar : struct, IJsonValue<T>
    {
        var read = Single<T, TScalar>.Read(json);

        Assert.NotNull(read);
        Assert.Equal(Deserialize(json, isInfinite), read.Value.Error is null ? read.Value.Value : "rejected");
    }

    private static object? Deserialize<T>(string json, Func<T, bool>? isInfinite)
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(json)!;
            return isInfinite?.Invoke(value) == true ? "rejected" : value;
        }
        catch (JsonException)
        {
            return "rejected";
        }
    }
}
