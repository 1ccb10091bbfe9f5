using Hooklatch;

namespace Providers;

/// <summary>The keys of <see cref="TokenSignatureHooks"/>.</summary>
[PluginConfig]
internal sealed class TokenSignatureConfig
{
    public string[]? CirclePublicKey { get; init; }

    public string[]? EBayPublicKey { get; init; }

    /// <summary>The verification token, which answers eBay's handshake.</summary>
    [Secret]
    public string[]? EBaySecret { get; init; }

    [Secret]
    public string[]? ExactOnlineSecret { get; init; }

    public string[]? FusionAuthPublicKey { get; init; }

    [Secret]
    public string[]? NetlifySecret { get; init; }

    public string[]? PlaidPublicKey { get; init; }
}
