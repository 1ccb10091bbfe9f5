using Hooklatch;

namespace Providers;

/// <summary>The keys of <see cref="TokenSignatureHooks"/>.</summary>
[PluginConfig]
internal sealed class TokenSignatureConfig
{
    public string[]? FusionAuthPublicKey { get; init; }

    [Secret]
    public string[]? NetlifySecret { get; init; }

    public string[]? PlaidPublicKey { get; init; }
}
