namespace Hooklatch.Management;

/// <summary>A limit of a webhook.</summary>
internal sealed record LimitView
{
    /// <summary>What is limited: <c>Body</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The limit with its unit: <c>25 MiB</c>.</summary>
    public required string Value { get; init; }
}
