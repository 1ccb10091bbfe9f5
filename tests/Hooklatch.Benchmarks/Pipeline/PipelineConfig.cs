namespace Hooklatch.Benchmarks.Pipeline;

[PluginConfig]
public sealed class PipelineConfig
{
    [Secret]
    public string? Secret { get; init; }

    [Secret]
    public string? StandardSecret { get; init; }

    public string? EcdsaKey { get; init; }

    public string? RsaKey { get; init; }
}
