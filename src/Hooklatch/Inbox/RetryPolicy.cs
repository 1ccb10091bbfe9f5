using System.ComponentModel;

namespace Hooklatch.Inbox;

/// <summary>How a queued handler is tried again, as <see cref="RetryAttribute"/> describes it.</summary>
/// <param name="MaxAttempts">How often it is tried, the first time included.</param>
/// <param name="FirstDelaySeconds">The seconds before the second try.</param>
/// <param name="MaxDelaySeconds">The most seconds between two tries.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RetryPolicy(int MaxAttempts, int FirstDelaySeconds, int MaxDelaySeconds)
{
    /// <summary>20 tries, after 2 seconds at first, and an hour at most.</summary>
    public static RetryPolicy Default { get; } = new(20, 2, 3600);

    /// <summary>How long is waited after a try.</summary>
    /// <param name="attempt">Which one, counted from 1.</param>
    /// <param name="random">0 to 1: where between a half and all of the delay.</param>
    internal TimeSpan DelayAfter(int attempt, double random)
    {
        // 2^30 seconds are more than any limit.
        var seconds = Math.Min(MaxDelaySeconds, FirstDelaySeconds * Math.Pow(2, Math.Min(attempt - 1, 30)));
        return TimeSpan.FromSeconds(seconds * (0.5 + (random / 2)));
    }
}
