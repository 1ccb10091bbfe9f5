using Hooklatch.Sessions.Sending;

namespace Hooklatch.Sessions;

/// <summary>One message on its way to a chat: a text, or an image or file.</summary>
public sealed class ChatMessage
{
    private ChatMessage(string channel, ChatMessageKind kind, string text, ChatFile? file) =>
        (Channel, Kind, Text, File) = (channel, kind, text, file);

    /// <summary>What stands after the first <c>-</c> of the chat key.</summary>
    public string Channel { get; }

    /// <summary>What the message is.</summary>
    public ChatMessageKind Kind { get; }

    /// <summary>The text; empty for an image or file.</summary>
    public string Text { get; }

    /// <summary>The image or file; <see langword="null"/> for a text.</summary>
    public ChatFile? File { get; }

    /// <summary>A text.</summary>
    /// <param name="channel">The adapter's own name for the channel.</param>
    /// <param name="text">The text.</param>
    public static ChatMessage OfText(string channel, string text)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(text);
        return new ChatMessage(channel, ChatMessageKind.Text, text, file: null);
    }

    /// <summary>An image.</summary>
    /// <param name="channel">The adapter's own name for the channel.</param>
    /// <param name="image">The image.</param>
    public static ChatMessage OfImage(string channel, ChatFile image)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(image);
        return new ChatMessage(channel, ChatMessageKind.Image, "", image);
    }

    /// <summary>A file.</summary>
    /// <param name="channel">The adapter's own name for the channel.</param>
    /// <param name="file">The file.</param>
    public static ChatMessage OfFile(string channel, ChatFile file)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(file);
        return new ChatMessage(channel, ChatMessageKind.File, "", file);
    }

    /// <summary>The message without the control characters that a terminal or a chat would act on; a text may have lines and tabs.</summary>
    internal ChatMessage WithoutControls() =>
        ChatText.WithoutControls(Text) is var text && ReferenceEquals(text, Text) ? this : new ChatMessage(Channel, Kind, text, File);
}
