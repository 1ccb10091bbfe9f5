namespace Hooklatch;

/// <summary>
/// The store cannot be used now: it is full on disk, read or write errors, or gone. Nothing that was asked of it is promised, and the sender is
/// answered 503. It comes back by itself.
/// </summary>
public sealed class InboxUnavailableException : Exception
{
    /// <inheritdoc cref="InboxUnavailableException"/>
    public InboxUnavailableException() { }

    /// <inheritdoc cref="InboxUnavailableException"/>
    /// <param name="message">What is wrong, for an operator.</param>
    public InboxUnavailableException(string message)
        : base(message) { }

    /// <inheritdoc cref="InboxUnavailableException"/>
    /// <param name="message">What is wrong, for an operator.</param>
    /// <param name="innerException">What the store met.</param>
    public InboxUnavailableException(string message, Exception innerException)
        : base(message, innerException) { }
}
