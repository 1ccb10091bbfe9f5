namespace Hooklatch.Sessions;

/// <summary>A message was not sent. The text says what to do about it and holds no secret and nothing of the message.</summary>
/// <param name="failure">Why.</param>
/// <param name="message">One sentence for the host's log.</param>
/// <param name="innerException">What it came from.</param>
public class ChatException(ChatFailure failure, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>Why the message was not sent.</summary>
    public ChatFailure Failure { get; } = failure;

    /// <summary>
    /// How long the chat asks to be left alone, where it is <see cref="ChatFailure.Unavailable"/> and says so. A send that this would keep
    /// longer than its adapter's <c>Timeout</c> is not tried again.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }
}
