namespace Hooklatch.Sessions;

/// <summary>
/// Sends to chats. A chat key is <c>{adapter}-{channel}</c>, such as <c>onebot_v11-group_12345678</c>: what stands before the first
/// <c>-</c> names an adapter in the section <c>Hooklatch:Sessions</c> of the host's configuration or one that the host registered, the rest
/// is that adapter's own name for the channel.
/// </summary>
/// <remarks>
/// A send is tried again while the chat says that it is busy or cannot be reached, so a message whose answer was lost can arrive twice. It
/// ends within the adapter's <c>Timeout</c>. Text is plain text: what a protocol would read as a mention or as markup is sent so that it is
/// shown, as far as the protocol has a way to do so, and a text longer than the chat takes is cut and ends with <c>…</c>.
/// </remarks>
public interface IChatSessions
{
    /// <summary>Sends a text.</summary>
    /// <param name="chatKey">The chat, as <c>{adapter}-{channel}</c>.</param>
    /// <param name="text">The text, not empty.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <exception cref="ChatException">The message was not sent; <see cref="ChatException.Failure"/> says why.</exception>
    Task SendTextAsync(string chatKey, string text, CancellationToken cancellationToken = default);

    /// <summary>Sends an image, which the chat shows.</summary>
    /// <param name="chatKey">The chat, as <c>{adapter}-{channel}</c>.</param>
    /// <param name="image">The image, in a format that the chat knows.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <exception cref="ChatException">The image was not sent; <see cref="ChatException.Failure"/> says why.</exception>
    Task SendImageAsync(string chatKey, ChatFile image, CancellationToken cancellationToken = default);

    /// <summary>Sends a file, which the chat offers for download.</summary>
    /// <param name="chatKey">The chat, as <c>{adapter}-{channel}</c>.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <exception cref="ChatException">The file was not sent; <see cref="ChatException.Failure"/> says why.</exception>
    Task SendFileAsync(string chatKey, ChatFile file, CancellationToken cancellationToken = default);

    /// <summary>Opens one chat for several sends that belong together: they arrive in the order of the calls.</summary>
    /// <param name="chatKey">The chat, as <c>{adapter}-{channel}</c>.</param>
    /// <exception cref="ChatException">There is no such chat; <see cref="ChatException.Failure"/> says why.</exception>
    ValueTask<IChatContext> OpenAsync(string chatKey);

    /// <summary>
    /// Sends a text and never throws, so that a notification cannot fail the webhook that caused it. What went wrong is logged as a warning.
    /// </summary>
    /// <param name="chatKey">The chat, as <c>{adapter}-{channel}</c>.</param>
    /// <param name="text">The text, not empty.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <returns>Whether the chat took it.</returns>
    Task<bool> TrySendTextAsync(string? chatKey, string text, CancellationToken cancellationToken = default);

    /// <summary>Sends an image and never throws. What went wrong is logged as a warning.</summary>
    /// <param name="chatKey">The chat, as <c>{adapter}-{channel}</c>.</param>
    /// <param name="image">The image, in a format that the chat knows.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <returns>Whether the chat took it.</returns>
    Task<bool> TrySendImageAsync(string? chatKey, ChatFile image, CancellationToken cancellationToken = default);

    /// <summary>Sends a file and never throws. What went wrong is logged as a warning.</summary>
    /// <param name="chatKey">The chat, as <c>{adapter}-{channel}</c>.</param>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <returns>Whether the chat took it.</returns>
    Task<bool> TrySendFileAsync(string? chatKey, ChatFile file, CancellationToken cancellationToken = default);
}
