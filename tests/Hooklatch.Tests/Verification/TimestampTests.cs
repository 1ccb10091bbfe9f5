using Hooklatch.Signing;
using Hooklatch.Signing.Text;

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

    [Theory]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2023-11-14T22:13:20.000000001Z", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-15T12:13:20+14:00", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T08:13:20-14:00", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T21:43:20.25-00:30", "2023-11-14T22:13:20.25Z")]
    public void A_date_and_its_offset_are_a_time(string text, string time)
    {
        Assert.True(Timestamp.TryParse(text, TimeUnit.Iso8601, out var parsed));
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Z")]
    [InlineData("1700000000")]
    [InlineData("2023-11-14T22:13:20")]
    [InlineData("2023-11-14T22:13:2Z")]
    [InlineData("2023-11-14T22:13:20x00:00")]
    [InlineData("2023-11-14T22:13:20 00:00")]
    [InlineData("2023-11-14T22:13:20+00:60")]
    [InlineData("2023-11-14T22:13:20+14:01")]
    [InlineData("2023-11-14T22:13:20-14:01")]
    [InlineData("2023-11-14T22:13:20+24:00")]
    [InlineData("2023-11-14T22:13:20.Z")]
    [InlineData("2023-11-14T22:13:20.1x+00:00")]
    [InlineData("2023-11-14T22:13:20.1234567890Z")]
    [InlineData(".2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T22:13:60Z")]
    [InlineData("2023-13-14T22:13:20Z")]
    [InlineData("2023-11-14T22:13:20ZZ")]
    [InlineData("0001-01-01T00:00:00+00:01")] // Before the first that a DateTimeOffset holds.
    [InlineData("9999-12-31T23:59:59-00:01")] // After the last.
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59-14:00")]
    public void Any_other_date_is_none(string text) => Assert.False(Timestamp.TryParse(text, TimeUnit.Iso8601, out _));
}
