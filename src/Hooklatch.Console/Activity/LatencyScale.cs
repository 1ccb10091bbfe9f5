using System.Numerics;

namespace Hooklatch.Console.Activity;

/// <summary>
/// A fixed logarithmic scale of times: each doubling has four steps, so that a quantile is off by at most an eighth of itself. It begins at 64 µs and ends past a
/// minute; what is shorter or longer is in the first or the last step.
/// </summary>
internal static class LatencyScale
{
    /// <summary>How many steps there are.</summary>
    public const int Count = ((LastPower - FirstPower) * PerDoubling) + 2;

    private const int FirstPower = 6;
    private const int LastPower = 26;
    private const int PerDoublingBits = 2;
    private const int PerDoubling = 1 << PerDoublingBits;

    /// <summary>The step of a time.</summary>
    public static int Of(TimeSpan time)
    {
        var microseconds = (ulong)Math.Max(0, time.Ticks / TimeSpan.TicksPerMicrosecond);
        if (microseconds < 1ul << FirstPower)
        {
            return 0;
        }

        var power = BitOperations.Log2(microseconds);
        var part = (int)(microseconds >> (power - PerDoublingBits)) & (PerDoubling - 1);
        return Math.Min(((power - FirstPower) * PerDoubling) + part + 1, Count - 1);
    }

    /// <summary>The time that is smaller than which a part of all was, in milliseconds; <see langword="null"/> where there is none.</summary>
    /// <param name="counts">How many there are of each step.</param>
    /// <param name="part">The part, such as 0.99.</param>
    public static double? Quantile(ReadOnlySpan<long> counts, double part)
    {
        var all = 0L;
        foreach (var count in counts)
        {
            all += count;
        }

        if (all == 0)
        {
            return null;
        }

        var rank = (long)Math.Ceiling(all * part);
        var seen = 0L;
        for (var step = 0; step < counts.Length; step++)
        {
            seen += counts[step];
            if (seen >= rank)
            {
                return Middle(step);
            }
        }

        return Middle(counts.Length - 1);
    }

    private static double Middle(int step) => Math.Round((Start(step) + Start(step + 1)) / 2 / 1000, 3);

    /// <summary>Where a step begins, in microseconds.</summary>
    private static double Start(int step) =>
        step == 0 ? 0 : Math.ScaleB(1 + ((step - 1) % PerDoubling / (double)PerDoubling), FirstPower + ((step - 1) / PerDoubling));
}
