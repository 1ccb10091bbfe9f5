namespace Hooklatch.Management;

/// <summary>A kind of job that a plugin runs.</summary>
internal sealed record JobView
{
    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The method that runs it.</summary>
    public required string Target { get; init; }

    /// <summary>Whether it runs at times.</summary>
    public bool IsRecurring { get; init; }

    /// <summary>Its unfinished work.</summary>
    public DepthView? Depth { get; init; }
}
