using Hooklatch;

namespace Providers;

[PluginConfig]
internal sealed class ProvidersConfig
{
    [Secret]
    public string[]? GitHubSecret { get; init; }
}
