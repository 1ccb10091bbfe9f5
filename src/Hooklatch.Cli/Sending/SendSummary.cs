namespace Hooklatch.Cli.Sending;

/// <summary>Many requests and their answers.</summary>
internal sealed record SendSummary
{
    /// <summary>How many were sent.</summary>
    public int Sent { get; init; }

    /// <summary>How many of them the provider would count as delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>How often each status was answered; <c>none</c> where there was no answer.</summary>
    public IReadOnlyDictionary<string, int> Statuses { get; init; } = new Dictionary<string, int>();

    /// <summary>Half of the answers took no longer, in milliseconds.</summary>
    public double P50 { get; init; }

    /// <summary>Nine of ten took no longer.</summary>
    public double P90 { get; init; }

    /// <summary>Of a hundred, 99 took no longer.</summary>
    public double P99 { get; init; }

    /// <summary>The longest.</summary>
    public double Max { get; init; }

    /// <summary>How many were answered in a second.</summary>
    public double PerSecond { get; init; }

    /// <summary>Sums up.</summary>
    /// <param name="answers">The answers, of which each is delivered or not.</param>
    /// <param name="elapsed">How long all of them took together.</param>
    public static SendSummary Of(IReadOnlyCollection<(SendAnswer Answer, bool Delivered)> answers, TimeSpan elapsed)
    {
        var times = answers.Select(one => one.Answer.Elapsed.TotalMilliseconds).Order().ToArray();
        return new SendSummary
        {
            Sent = answers.Count,
            Delivered = answers.Count(one => one.Delivered),
            Statuses = answers
                .GroupBy(one => one.Answer.Status is { } status ? FormattableString.Invariant($"{status}") : "none")
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Count()),
            P50 = Percentile(times, 0.50),
            P90 = Percentile(times, 0.90),
            P99 = Percentile(times, 0.99),
            Max = Percentile(times, 1),
            PerSecond = elapsed > TimeSpan.Zero ? Math.Round(answers.Count / elapsed.TotalSeconds, 1) : 0,
        };
    }

    /// <summary>The smallest time that is not exceeded by a share of all.</summary>
    private static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], 2);
}
