namespace Hooklatch.Bodies.Forms;

/// <summary>What a form may consist of. Bytes are counted after percent-decoding.</summary>
internal sealed record FormLimits
{
    public static FormLimits Default { get; } = new();

    /// <summary>Those of an endpoint, as far as its author set them.</summary>
    public static FormLimits Of(FormLimitsAttribute? own) =>
        own is null
            ? Default
            : Default with
            {
                MaxFields = own.MaxFields,
                MaxParts = own.MaxParts,
                MaxKeyBytes = own.MaxKeyBytes,
                MaxValueBytes = own.MaxValueBytes,
            };

    /// <summary>The most fields, repeated names included, in either encoding.</summary>
    public int MaxFields { get; init; } = 128;

    /// <summary>The most parts of a multipart form, fields and files together.</summary>
    public int MaxParts { get; init; } = 32;

    /// <summary>The longest name, in bytes of UTF-8.</summary>
    public int MaxKeyBytes { get; init; } = 2 << 10;

    /// <summary>The longest value of a field, in bytes of UTF-8.</summary>
    public int MaxValueBytes { get; init; } = 1 << 20;

    /// <summary>The longest header block of a part, in bytes with its line ends.</summary>
    public int MaxPartHeaderBytes { get; init; } = 16 << 10;

    /// <summary>The most header lines of a part.</summary>
    public int MaxPartHeaders { get; init; } = 16;
}
