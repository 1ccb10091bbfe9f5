namespace Hooklatch.Management;

/// <summary>A header, a query parameter or a value of the route.</summary>
internal sealed record NamedValues
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The values.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}
