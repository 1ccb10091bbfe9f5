using Hooklatch.Signing;

namespace Hooklatch.Cli.Catalog;

/// <summary>A preset: what is known of it, and what signs and verifies by it.</summary>
/// <param name="Info">What its attributes say.</param>
/// <param name="Create">Makes its attribute.</param>
internal sealed record Preset(PresetInfo Info, Func<ISignable> Create)
{
    /// <summary>Its name.</summary>
    public string Name => Info.Name;
}
