using Hooklatch;

namespace Providers;

/// <summary>The keys of <see cref="CodeVerifiedHooks"/> and <see cref="Ed25519Hooks"/>.</summary>
[PluginConfig]
internal sealed class CodeVerifiedConfig
{
    [Secret]
    public string[]? AdyenSecret { get; init; }

    public string[]? AlipayAppId { get; init; }

    public string[]? AlipayPublicKey { get; init; }

    public string[]? AwsSnsCertificate { get; init; }

    public string[]? AwsSnsConfirmingCertificate { get; init; }

    public string[]? AwsSnsConfirmingTopicArns { get; init; }

    public string[]? AwsSnsPublicKey { get; init; }

    public string[]? AwsSnsTopicArns { get; init; }

    [Secret]
    public string[]? CloudinarySecret { get; init; }

    [Secret]
    public string[]? CloudinarySha256Secret { get; init; }

    [Secret]
    public string[]? DingTalkAesKey { get; init; }

    public string[]? DingTalkReceiveId { get; init; }

    [Secret]
    public string[]? DingTalkSecret { get; init; }

    public string[]? DiscordEventsPublicKey { get; init; }

    public string[]? DiscordPublicKey { get; init; }

    [Secret]
    public string[]? FeishuSecret { get; init; }

    [Secret]
    public string[]? FeishuVerificationToken { get; init; }

    [Secret]
    public string[]? FeishuCardSecret { get; init; }

    [Secret]
    public string[]? MailgunSecret { get; init; }

    public string[]? PayPalCertificate { get; init; }

    public string[]? PayPalPublicKey { get; init; }

    /// <summary>The id of the webhook, which the published deliveries call its secret.</summary>
    public string[]? PayPalSecret { get; init; }

    public string[]? StandardWebhooksEd25519PublicKey { get; init; }

    public string[]? SvixEd25519PublicKey { get; init; }

    public string[]? TokenIoPublicKey { get; init; }

    [Secret]
    public string[]? TwilioSecret { get; init; }

    [Secret]
    public string[]? TwilioSharedKeySecret { get; init; }

    [Secret]
    public string[]? WeComAesKey { get; init; }

    public string[]? WeComReceiveId { get; init; }

    [Secret]
    public string[]? WeComSecret { get; init; }
}
