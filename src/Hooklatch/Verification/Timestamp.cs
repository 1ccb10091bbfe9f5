using System.Globalization;

namespace Hooklatch.Verification;

/// <summary>Reads signed timestamps. Only plain ASCII digits count: no sign, white space, fraction or group separator.</summary>
internal static class Timestamp
{
    /// <summary>Enough for milliseconds until the year 33658; anything longer is not a time.</summary>
    private const int MostDigits = 15;

    public static bool TryParse(string text, TimeUnit unit, out DateTimeOffset time)
    {
        time = default;
        if (text.Length is 0 or > MostDigits || text.AsSpan().ContainsAnyExceptInRange('0', '9'))
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
}
