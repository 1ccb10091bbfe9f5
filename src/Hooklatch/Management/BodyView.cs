namespace Hooklatch.Management;

/// <summary>A body for people, made of the exact bytes. What looks like a secret is masked.</summary>
internal sealed record BodyView
{
    /// <summary><c>empty</c>, <c>json</c>, <c>form</c>, <c>parts</c>, <c>text</c> or <c>binary</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The length in bytes.</summary>
    public long Length { get; init; }

    /// <summary>Whether it is what was inside of the body: decrypted, or a field of a form.</summary>
    public bool IsPayload { get; init; }

    /// <summary>Whether only the beginning is shown.</summary>
    public bool IsCut { get; init; }

    /// <summary>How many values are masked.</summary>
    public int Masked { get; init; }

    /// <summary>The JSON with line breaks and every number as it was sent, the text, or the bytes as hexadecimal rows.</summary>
    public string? Text { get; init; }

    /// <summary>The fields of a form.</summary>
    public IReadOnlyList<BodyField> Fields { get; init; } = [];

    /// <summary>The parts of a multipart body.</summary>
    public IReadOnlyList<BodyPart> Parts { get; init; } = [];

    /// <summary>How a JSON body differs from what the handler reads.</summary>
    public DriftView? Drift { get; init; }
}
