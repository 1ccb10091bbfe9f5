namespace Hooklatch;

/// <summary>
/// Lists the media types that an uploaded file, or each file of a collection, may state. Another one, or none, is answered 400 with the
/// message.
/// </summary>
/// <remarks>
/// Compared without parameters such as <c>charset</c>, ignoring case. It is what the sender says of the file; nothing looks into it.
/// </remarks>
/// <param name="mediaTypes">Media types such as <c>image/png</c>, or <c>text/*</c> for all of one kind.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class ContentTypeAttribute(params string[] mediaTypes) : Attribute
{
    /// <summary>The media types.</summary>
    public string[] MediaTypes { get; } = mediaTypes;

    /// <summary>The message for the sender, word for word, in place of the default one.</summary>
    public string? Message { get; set; }
}
