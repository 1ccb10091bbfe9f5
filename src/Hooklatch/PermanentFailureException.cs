namespace Hooklatch;

/// <summary>
/// Thrown by a queued handler that another try would not help: the delivery is dead at once, and waits for a person. Inline, it is a failure like any
/// other.
/// </summary>
public class PermanentFailureException : Exception
{
    /// <inheritdoc cref="PermanentFailureException"/>
    public PermanentFailureException() { }

    /// <inheritdoc cref="PermanentFailureException"/>
    /// <param name="message">Why, for whoever looks at the dead delivery.</param>
    public PermanentFailureException(string message)
        : base(message) { }

    /// <inheritdoc cref="PermanentFailureException"/>
    /// <param name="message">Why, for whoever looks at the dead delivery.</param>
    /// <param name="innerException">What was met.</param>
    public PermanentFailureException(string message, Exception innerException)
        : base(message, innerException) { }
}
