using Hooklatch.Bodies.Forms;

namespace Hooklatch;

/// <summary>
/// One part of an upload that is handed to the handler while it arrives. It is valid until the next part is asked for, and
/// what is left unread of it is then skipped.
/// </summary>
public sealed class UploadedPart
{
    private readonly PartHeaders _headers;

    internal UploadedPart(PartHeaders headers, Stream body) => (_headers, Body) = (headers, body);

    /// <summary>The name of the form field.</summary>
    public string Name => _headers.Name;

    /// <summary>
    /// A name to show for a file, null for a plain field. It is no path: the last segment of what the sender gave, without
    /// control characters, at most 255 characters.
    /// </summary>
    public string? FileName => _headers.FileName;

    /// <summary>The media type as the sender states it, or null.</summary>
    public string? ContentType => _headers.All.ContentType;

    /// <summary>
    /// The content, read once, forward and asynchronously. Reading throws
    /// <see cref="Microsoft.AspNetCore.Http.BadHttpRequestException"/> if the body turns out malformed (400), too large (413)
    /// or too slow (408); let it pass, so that the sender gets that status.
    /// </summary>
    public Stream Body { get; }
}
