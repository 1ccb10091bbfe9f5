namespace Hooklatch.Management;

/// <summary>A field of a form.</summary>
internal sealed record BodyField
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The value.</summary>
    public required string Value { get; init; }
}
