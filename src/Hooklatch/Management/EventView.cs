namespace Hooklatch.Management;

/// <summary>An event that a webhook takes.</summary>
internal sealed record EventView
{
    /// <summary>The event as the provider names it.</summary>
    public required string Name { get; init; }

    /// <summary>What happened to its subject; <see langword="null"/> for all.</summary>
    public string? Action { get; init; }

    /// <summary>The method that takes it.</summary>
    public required string Handler { get; init; }
}
