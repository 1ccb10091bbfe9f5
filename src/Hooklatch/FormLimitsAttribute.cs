namespace Hooklatch;

/// <summary>
/// Limits the form that an endpoint takes. A form at a limit is read, one past it is answered 400. Each limit holds for both encodings of
/// forms, and what is not set keeps its default.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FormLimitsAttribute : Attribute
{
    /// <summary>How many fields a form may have. Default: 128.</summary>
    public int MaxFields { get; set; } = 128;

    /// <summary>How many parts, fields and files together, a multipart form may have. Default: 32.</summary>
    public int MaxParts { get; set; } = 32;

    /// <summary>The longest name of a field in bytes. Default: 2,048.</summary>
    public int MaxKeyBytes { get; set; } = 2048;

    /// <summary>The longest value of a field in bytes; files are limited by their own size. Default: 1,048,576.</summary>
    public int MaxValueBytes { get; set; } = 1024 * 1024;
}
