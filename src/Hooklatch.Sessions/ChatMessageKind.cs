namespace Hooklatch.Sessions;

/// <summary>What a message is.</summary>
public enum ChatMessageKind
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>An image that the chat shows.</summary>
    Image,

    /// <summary>A file that the chat offers for download.</summary>
    File,
}
