namespace Hooklatch.Generators.Common;

/// <summary>What <c>[assembly: Plugin]</c> says.</summary>
internal sealed record PluginModel
{
    public required string Author { get; init; }

    public required string Module { get; init; }

    public required string? Name { get; init; }

    public required string? Description { get; init; }

    public string Key => $"{Author}.{Module}";
}
