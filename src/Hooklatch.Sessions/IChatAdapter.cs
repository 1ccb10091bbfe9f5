namespace Hooklatch.Sessions;

/// <summary>Speaks the protocol of one chat service. Implement it and register it with <c>services.AddChatAdapter(…)</c>.</summary>
/// <remarks>
/// An adapter makes one attempt. Where that fails with <see cref="ChatFailure.Unavailable"/> or an <see cref="HttpRequestException"/>, it is
/// called again after a while. It is called from many requests at once.
/// </remarks>
public interface IChatAdapter
{
    /// <summary>The name before the first <c>-</c> of a chat key, which holds none itself. It is compared ignoring case.</summary>
    string Name { get; }

    /// <summary>Sends one message.</summary>
    /// <param name="message">The message and its channel.</param>
    /// <param name="cancellationToken">Ends the attempt; it includes the time that the send may take.</param>
    /// <exception cref="ChatException">The message was not sent.</exception>
    Task SendAsync(ChatMessage message, CancellationToken cancellationToken);
}
