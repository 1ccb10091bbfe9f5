namespace Hooklatch.Management;

/// <summary>How a body differs from what the handler reads.</summary>
internal sealed record DriftView
{
    /// <summary>The handler that it was compared with.</summary>
    public required string Handler { get; init; }

    /// <summary>Members of the body that the handler does not have: <c>$.commits[*].tree_id</c>.</summary>
    public IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>What the handler reads and the body lacks.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Whether there are more.</summary>
    public bool IsCut { get; init; }
}
