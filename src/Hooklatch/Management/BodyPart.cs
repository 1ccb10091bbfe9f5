namespace Hooklatch.Management;

/// <summary>A part of a multipart body.</summary>
internal sealed record BodyPart
{
    /// <summary>The name of the field.</summary>
    public string? Name { get; init; }

    /// <summary>The name of the file, as the sender wrote it.</summary>
    public string? FileName { get; init; }

    /// <summary>The content type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The part as text, or as hexadecimal rows.</summary>
    public string? Text { get; init; }
}
