using Hooklatch.Verification;
using Hooklatch.Verification.Rules;

namespace Hooklatch.Tests.Verification;

public sealed class TimestampTests
{
    [Theory]
    [InlineData("0", TimeUnit.Seconds, "1970-01-01T00:00:00Z")]
    [InlineData("1700000000", TimeUnit.Seconds, "2023-11-14T22:13:20Z")]
    [InlineData("0001700000000", TimeUnit.Seconds, "2023-11-14T22:13:20Z")]
    [InlineData("1700000000123", TimeUnit.Milliseconds, "2023-11-14T22:13:20.123Z")]
    [InlineData("253402300799", TimeUnit.Seconds, "9999-12-31T23:59:59Z")]
    [InlineData("253402300799999", TimeUnit.Milliseconds, "9999-12-31T23:59:59.999Z")]
    public void Digits_are_a_time(string text, TimeUnit unit, string time)
    {
        Assert.True(Timestamp.TryParse(text, unit, out var parsed));
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("1.0")]
    [InlineData("1,000")]
    [InlineData("1e9")]
    [InlineData("0x1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\n")]
    [InlineData("1\0")]
    [InlineData("1_000")]
    [InlineData("١")]
    [InlineData("１")]
    [InlineData("²")]
    [InlineData("253402300800")] // One second after the last that a DateTimeOffset holds.
    [InlineData("999999999999999")]
    [InlineData("0000000000000001")]
    [InlineData("9223372036854775808")]
    public void Anything_else_is_none(string text) => Assert.False(Timestamp.TryParse(text, TimeUnit.Seconds, out _));

    [Theory]
    [InlineData("1700000000", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T22:13:20Z", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T23:13:20.5+01:00", "2023-11-14T22:13:20.5Z")]
    public void A_provider_of_both_spellings_is_read_in_both(string text, string time)
    {
        Assert.True(Timestamp.TryParse(text, TimeUnit.SecondsOrIso8601, out var parsed));
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("T")]
    [InlineData("2023-11-14")]
    [InlineData("1700000000T")]
    [InlineData("2023-11-14T22:13:20")]
    [InlineData("1700000000.5")]
    public void A_provider_of_both_spellings_is_read_in_no_third(string text) =>
        Assert.False(Timestamp.TryParse(text, TimeUnit.SecondsOrIso8601, out _));
}
