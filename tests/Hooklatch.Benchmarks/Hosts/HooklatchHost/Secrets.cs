namespace Hooklatch.Benchmarks.Hosts;

/// <summary>The one secret that everything is signed with.</summary>
[PluginConfig]
public sealed class Secrets
{
    [Secret]
    public string? GitHub { get; init; }
}
