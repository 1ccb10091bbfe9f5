namespace Hooklatch.Sessions;

/// <summary>
/// One chat, opened for several sends that belong together. They are sent one after another in the order of the calls, also where a call is
/// not awaited, and with the settings of the moment when the chat was opened. One that fails does not stop the next.
/// </summary>
/// <remarks>Disposing waits for what is still being sent; after that nothing can be sent.</remarks>
public interface IChatContext : IAsyncDisposable
{
    /// <summary>The chat, as <c>{adapter}-{channel}</c>.</summary>
    string ChatKey { get; }

    /// <summary>Sends a text.</summary>
    /// <param name="text">The text, not empty.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <exception cref="ChatException">The message was not sent.</exception>
    /// <exception cref="ObjectDisposedException">The context was closed.</exception>
    Task SendTextAsync(string text, CancellationToken cancellationToken = default);

    /// <summary>Sends an image, which the chat shows.</summary>
    /// <param name="image">The image, in a format that the chat knows.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <exception cref="ChatException">The image was not sent.</exception>
    /// <exception cref="ObjectDisposedException">The context was closed.</exception>
    Task SendImageAsync(ChatFile image, CancellationToken cancellationToken = default);

    /// <summary>Sends a file, which the chat offers for download.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Ends the attempt to send.</param>
    /// <exception cref="ChatException">The file was not sent.</exception>
    /// <exception cref="ObjectDisposedException">The context was closed.</exception>
    Task SendFileAsync(ChatFile file, CancellationToken cancellationToken = default);
}
