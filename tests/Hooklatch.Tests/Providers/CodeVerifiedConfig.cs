namespace Hooklatch.Tests.Providers;

/// <summary>The keys of <see cref="CodeVerifiedHooks"/>.</summary>
[PluginConfig]
internal sealed class CodeVerifiedConfig
{
    public string? DiscordPublicKey { get; init; }

    public string? Ed25519PublicKey { get; init; }

    public string? TokenIoPublicKey { get; init; }

    [Secret]
    public string? SymmetricSecret { get; init; }

    [Secret]
    public string? TwilioSecret { get; init; }

    [Secret]
    public string? AdyenSecret { get; init; }

    [Secret]
    public string? CallbackToken { get; init; }

    [Secret]
    public string? CallbackAesKey { get; init; }

    public string? CallbackReceiveId { get; init; }

    public string? AlipayPublicKey { get; init; }

    public string[]? AlipayAppId { get; init; }

    public string[]? AwsSnsTopicArns { get; init; }

    public string? AwsSnsCertificate { get; init; }

    [Secret]
    public string? CodeSecret { get; init; }

    [Secret]
    public string? FeishuToken { get; init; }
}
