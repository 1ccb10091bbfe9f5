using System.Text.Json;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Providers;

/// <summary>One endpoint per provider that is verified in code or by a key of Ed25519.</summary>
internal sealed class CodeVerifiedHooks(HandledDeliveries deliveries)
{
    [Webhook("/discord")]
    [DiscordSignature(PublicKey = nameof(CodeVerifiedConfig.DiscordPublicKey), ToleranceSeconds = 300)]
    public Task Discord(WebhookContext context) => Record(context);

    [Webhook("/discord-events")]
    [DiscordEventsSignature(PublicKey = nameof(CodeVerifiedConfig.DiscordPublicKey), ToleranceSeconds = 300)]
    public Task DiscordEvents(WebhookContext context) => Record(context);

    [Webhook("/standard-webhooks-ed25519")]
    [StandardWebhooksEd25519Signature(PublicKey = nameof(CodeVerifiedConfig.Ed25519PublicKey))]
    public Task StandardWebhooks(WebhookContext context) => Record(context);

    [Webhook("/standard-webhooks-both")]
    [StandardWebhooksEd25519Signature(
        PublicKey = nameof(CodeVerifiedConfig.Ed25519PublicKey),
        Secret = nameof(CodeVerifiedConfig.SymmetricSecret)
    )]
    public Task StandardWebhooksBoth(WebhookContext context) => Record(context);

    [Webhook("/svix-ed25519")]
    [SvixEd25519Signature(PublicKey = nameof(CodeVerifiedConfig.Ed25519PublicKey))]
    public Task Svix(WebhookContext context) => Record(context);

    [Webhook("/token-io")]
    [TokenIoSignature(PublicKey = nameof(CodeVerifiedConfig.TokenIoPublicKey))]
    public Task TokenIo(WebhookContext context) => Record(context);

    [Webhook("/twilio")]
    [TwilioSignature(Secret = nameof(CodeVerifiedConfig.TwilioSecret))]
    public Task Twilio(WebhookContext context) => Record(context);

    [Webhook("/adyen", Methods = ["POST"])]
    [AdyenSignature(Secret = nameof(CodeVerifiedConfig.AdyenSecret))]
    public Task Adyen(WebhookContext context) => Record(context);

    [Webhook("/alipay", Methods = ["POST"])]
    [AlipaySignature(PublicKey = nameof(CodeVerifiedConfig.AlipayPublicKey), AppId = nameof(CodeVerifiedConfig.AlipayAppId))]
    public Task Alipay(WebhookContext context) => Record(context);

    [Webhook("/aws-sns", Methods = ["POST"])]
    [AwsSnsSignature(TopicArns = nameof(CodeVerifiedConfig.AwsSnsTopicArns), Certificate = nameof(CodeVerifiedConfig.AwsSnsCertificate))]
    public Task AwsSns(WebhookContext context, JsonElement message) => Record(context);

    [Webhook("/wecom", Methods = ["POST"])]
    [WeComSignature(
        Secret = nameof(CodeVerifiedConfig.CallbackToken),
        AesKey = nameof(CodeVerifiedConfig.CallbackAesKey),
        ReceiveId = nameof(CodeVerifiedConfig.CallbackReceiveId)
    )]
    public Task<string> WeCom(WebhookContext context) => Task.FromResult(context.Event ?? "");

    [Webhook("/dingtalk", Methods = ["POST"])]
    [DingTalkSignature(
        Secret = nameof(CodeVerifiedConfig.CallbackToken),
        AesKey = nameof(CodeVerifiedConfig.CallbackAesKey),
        ReceiveId = nameof(CodeVerifiedConfig.CallbackReceiveId)
    )]
    public Task DingTalk(WebhookContext context) => Record(context);

    [Webhook("/feishu", Methods = ["POST"])]
    [FeishuSignature(Secret = nameof(CodeVerifiedConfig.CodeSecret), VerificationToken = nameof(CodeVerifiedConfig.FeishuToken))]
    public Task Feishu(WebhookContext context) => Record(context);

    [Webhook("/feishu-card", Methods = ["POST"])]
    [FeishuCardSignature(Secret = nameof(CodeVerifiedConfig.CodeSecret), ToleranceSeconds = 300)]
    public Task FeishuCard(WebhookContext context) => Record(context);

    [Webhook("/circle", Methods = ["POST"])]
    [CircleSignature]
    public Task Circle(WebhookContext context) => Record(context);

    [Webhook("/plaid", Methods = ["POST"])]
    [PlaidSignature]
    public Task Plaid(WebhookContext context) => Record(context);

    [Webhook("/ebay", Methods = ["POST"])]
    [EBaySignature(Secret = nameof(CodeVerifiedConfig.CodeSecret))]
    public Task EBay(WebhookContext context) => Record(context);

    [Webhook("/mailgun", Methods = ["POST"])]
    [MailgunSignature(Secret = nameof(CodeVerifiedConfig.CodeSecret), ToleranceSeconds = 300)]
    public Task Mailgun(WebhookContext context) => Record(context);

    [Webhook("/cloudinary", Methods = ["POST"])]
    [CloudinarySignature(Secret = nameof(CodeVerifiedConfig.CodeSecret))]
    public Task Cloudinary(WebhookContext context) => Record(context);

    [Webhook("/cloudinary-sha256", Methods = ["POST"])]
    [CloudinarySha256Signature(Secret = nameof(CodeVerifiedConfig.CodeSecret))]
    public Task CloudinarySha256(WebhookContext context) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
