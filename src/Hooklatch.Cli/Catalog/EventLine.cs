namespace Hooklatch.Cli.Catalog;

/// <summary>An event of a preset, for scripts.</summary>
internal sealed record EventLine
{
    /// <summary>The preset.</summary>
    public required string Provider { get; init; }

    /// <summary>The event; <c>action.*</c> is the beginning of names.</summary>
    public required string Event { get; init; }

    /// <summary>Whether there is a sample payload of it.</summary>
    public bool HasSample { get; init; }
}
