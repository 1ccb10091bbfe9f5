using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Fuzz.Targets;

/// <summary>Timestamps: one time for each text that is one, and the time that the framework reads.</summary>
internal sealed partial class TimestampTarget(TimestampTarget.Parser parse) : FuzzTarget("timestamp")
{
    public TimestampTarget()
        : this(Parse) { }

    public delegate DateTimeOffset? Parser(string text, TimeUnit unit);

    public override void Check(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        Assert.Equal(Number(text, 1000), parse(text, TimeUnit.Seconds));
        Assert.Equal(Number(text, 1), parse(text, TimeUnit.Milliseconds));
        Assert.Equal(Moment(text), parse(text, TimeUnit.Iso8601));
        Assert.Equal(Number(text, 1000) ?? Moment(text), parse(text, TimeUnit.SecondsOrIso8601));
    }

    public static DateTimeOffset? Parse(string text, TimeUnit unit) => Timestamp.TryParse(text, unit, out var time) ? time : null;

    private static DateTimeOffset? Number(string text, long milliseconds) =>
        Digits.IsMatch(text)
        && Int128.Parse(text, CultureInfo.InvariantCulture) * milliseconds is var total
        && total <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)total)
            : null;

    private static DateTimeOffset? Moment(string text)
    {
        var match = Rfc3339.Match(text);
        if (!match.Success)
        {
            return null;
        }

        // .NET keeps seven digits of a second and rounds the eighth; a time does not move because it is written more exactly.
        var fraction = match.Groups["fraction"].Value;
        var shown = match.Groups["moment"].Value + (fraction.Length > 8 ? fraction[..8] : fraction) + match.Groups["offset"].Value;
        return DateTimeOffset.TryParse(shown, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }

    [GeneratedRegex(@"^[0-9]{1,15}\z")]
    private static partial Regex Digits { get; }

    [GeneratedRegex(
        @"^(?<moment>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?<fraction>\.[0-9]{1,9})?(?<offset>Z|[+-](0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)\z"
    )]
    private static partial Regex Rfc3339 { get; }
}
