namespace Hooklatch;

/// <summary>
/// Lists the extensions that the name of an uploaded file, or of each file of a collection, may end in. Another one, or none, is answered
/// 400 with the message.
/// </summary>
/// <remarks>Compared ignoring case, with the name as a handler sees it: without directories and control characters.</remarks>
/// <param name="extensions">Extensions with their dot, such as <c>.csv</c> or <c>.tar.gz</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class AllowedExtensionsAttribute(params string[] extensions) : Attribute
{
    /// <summary>The extensions.</summary>
    public string[] Extensions { get; } = extensions;

    /// <summary>The message for the sender, word for word, in place of the default one.</summary>
    public string? Message { get; set; }
}
