namespace Hooklatch;

/// <summary>
/// How a queued handler is tried again when it throws. Between two tries lies <c>min(MaxDelaySeconds, FirstDelaySeconds · 2^(n−1))</c>, of which a random
/// part between a half and all is waited. On a class it holds for all of its handlers.
/// </summary>
/// <remarks>
/// <see cref="PermanentFailureException"/> ends the tries at once, and <see cref="RetryLaterException"/> chooses the next one. What cannot be bound is not
/// tried again.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class RetryAttribute : Attribute
{
    /// <summary>How often the handler is tried, the first time included: 1 to 100. Default: 20, which spreads over some seven hours.</summary>
    public int MaxAttempts { get; set; } = 20;

    /// <summary>The seconds before the second try: 1 to 86,400. Default: 2.</summary>
    public int FirstDelaySeconds { get; set; } = 2;

    /// <summary>The most seconds between two tries: 1 to 604,800. Default: 3600.</summary>
    public int MaxDelaySeconds { get; set; } = 3600;
}
