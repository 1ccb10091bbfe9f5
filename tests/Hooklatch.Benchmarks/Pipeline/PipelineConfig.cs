namespace Hooklatch.Benchmarks.Pipeline;

[PluginConfig]
public sealed class PipelineConfig
{
    [Secret]
    public string? Secret { get; init; }
}
