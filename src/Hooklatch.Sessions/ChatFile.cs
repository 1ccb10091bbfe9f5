using System.Net.Http.Headers;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Sessions;

/// <summary>An image or file to send. Its content is read once for each attempt.</summary>
public sealed class ChatFile
{
    private const string AnyBytes = "application/octet-stream";

    private readonly Func<Stream> _open;

    /// <summary>A file from memory.</summary>
    /// <param name="name">The name that the chat shows; what looks like a folder in it is left out.</param>
    /// <param name="content">The bytes. They may not change until the file is sent.</param>
    /// <param name="mediaType">What the bytes are, such as <c>image/png</c>; by default any bytes.</param>
    /// <exception cref="ArgumentException">The media type is none.</exception>
    public ChatFile(string name, ReadOnlyMemory<byte> content, string mediaType = AnyBytes)
        : this(name, content.Length, IsMediaType(mediaType) ? mediaType : throw NoMediaType(mediaType), () => Read(content)) { }

    private ChatFile(string name, long length, string mediaType, Func<Stream> open)
    {
        ArgumentNullException.ThrowIfNull(name);
        (Name, Length, MediaType, _open) = (DisplayName(name), length, mediaType, open);
    }

    /// <summary>The name that the chat shows: one line, and no path.</summary>
    public string Name { get; }

    /// <summary>The number of bytes.</summary>
    public long Length { get; }

    /// <summary>What the bytes are.</summary>
    public string MediaType { get; }

    /// <summary>An uploaded file, to be sent before its request ends. A media type that is none counts as any bytes.</summary>
    /// <param name="file">The upload.</param>
    public static ChatFile From(IFormFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return new ChatFile(file.FileName, file.Length, IsMediaType(file.ContentType) ? file.ContentType : AnyBytes, file.OpenReadStream);
    }

    /// <summary>Opens the content from its beginning.</summary>
    public Stream OpenRead() => _open();

    private static MemoryStream Read(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    private static bool IsMediaType(string? text) => MediaTypeHeaderValue.TryParse(text, out _);

    private static ArgumentException NoMediaType(string mediaType) => new($"'{mediaType}' is not a media type.", nameof(mediaType));

    private static string DisplayName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = string.Concat(last.Where(character => !char.IsControl(character))).Trim();
        return shown.Length == 0 ? "file" : shown;
    }
}
