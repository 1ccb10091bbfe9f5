namespace Hooklatch.Tests.Plugin;

/// <summary>The keys of <see cref="CodeVerifiedHooks"/>.</summary>
[PluginConfig]
internal sealed class CodeVerifiedConfig
{
    public string? DiscordPublicKey { get; init; }

    public string? AsymmetricPublicKey { get; init; }

    public string? TokenIoPublicKey { get; init; }

    [Secret]
    public string? SymmetricSecret { get; init; }

    [Secret]
    public string? TwilioSecret { get; init; }
}
