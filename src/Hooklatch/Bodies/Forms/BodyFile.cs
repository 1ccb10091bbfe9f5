using Microsoft.AspNetCore.Http;

namespace Hooklatch.Bodies.Forms;

/// <summary>A file of a form: a window on the delivery's body, so it can be read as long as the request runs.</summary>
internal sealed class BodyFile(WebhookBody body, long start, long length, PartHeaders part) : IFormFile
{
    /// <summary>The media type that the sender states; empty if it states none, as in ASP.NET Core.</summary>
    public string ContentType => part.All.ContentType.ToString();

    public string ContentDisposition => part.All.ContentDisposition!;

    public IHeaderDictionary Headers => part.All;

    public long Length => length;

    public string Name => part.Name;

    /// <summary>A name to show, never a path: see <see cref="FileNames.ToDisplayName"/>.</summary>
    public string FileName => part.FileName!;

    public Stream OpenReadStream() => body.OpenRead(start, length);

    public void CopyTo(Stream target)
    {
        using var content = OpenReadStream();
        content.CopyTo(target);
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var content = OpenReadStream();
        await content.CopyToAsync(target, cancellationToken);
    }
}
