namespace Hooklatch.Management;

/// <summary>A number with its name.</summary>
internal sealed record Count
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The number.</summary>
    public long Value { get; init; }
}
