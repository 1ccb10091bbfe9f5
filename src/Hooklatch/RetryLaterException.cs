namespace Hooklatch;

/// <summary>
/// Thrown by a queued handler that knows when to try again, such as after a <c>Retry-After</c> of another service. The try counts. Inline, it is a failure
/// like any other.
/// </summary>
public class RetryLaterException : Exception
{
    /// <summary>The longest delay: 30 days.</summary>
    public static readonly TimeSpan MaxDelay = TimeSpan.FromDays(30);

    /// <inheritdoc cref="RetryLaterException"/>
    /// <param name="after">How long to wait: 0 to <see cref="MaxDelay"/>.</param>
    /// <param name="message">Why, for whoever looks at the delivery.</param>
    /// <param name="innerException">What was met.</param>
    public RetryLaterException(TimeSpan after, string? message = null, Exception? innerException = null)
        : base(message ?? "The handler asked to be tried again later.", innerException)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(after, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(after, MaxDelay);
        After = after;
    }

    /// <summary>How long to wait.</summary>
    public TimeSpan After { get; }
}
