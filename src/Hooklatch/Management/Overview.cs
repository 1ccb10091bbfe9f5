namespace Hooklatch.Management;

/// <summary>Everything that the host serves, as it is at this moment.</summary>
internal sealed record Overview
{
    /// <summary>The plugins.</summary>
    public IReadOnlyList<PluginView> Plugins { get; init; } = [];

    /// <summary>What came in, over all of them.</summary>
    public required ActivityView Activity { get; init; }

    /// <summary>The unfinished work of all of them; <see langword="null"/> where the host has no store.</summary>
    public DepthView? Depth { get; init; }
}
