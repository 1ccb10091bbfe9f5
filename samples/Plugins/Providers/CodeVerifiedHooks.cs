using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers whose verification is written in code, and those that sign within the body.</summary>
internal static class CodeVerifiedHooks
{
    [Webhook("/adyen", Methods = ["POST"])]
    [AdyenSignature(Secret = nameof(CodeVerifiedConfig.AdyenSecret))]
    public static Task<Verified> Adyen(WebhookContext context) => Verified.By("adyen", context);

    [Webhook("/alipay", Methods = ["POST"])]
    [AlipaySignature(PublicKey = nameof(CodeVerifiedConfig.AlipayPublicKey), AppId = nameof(CodeVerifiedConfig.AlipayAppId))]
    public static Task<Verified> Alipay(WebhookContext context) => Verified.By("alipay", context);

    [Webhook("/aws-sns", Methods = ["POST"])]
    [AwsSnsSignature(
        TopicArns = nameof(CodeVerifiedConfig.AwsSnsTopicArns),
        Certificate = nameof(CodeVerifiedConfig.AwsSnsCertificate),
        PublicKey = nameof(CodeVerifiedConfig.AwsSnsPublicKey)
    )]
    public static Task<Verified> AwsSns(WebhookContext context) => Verified.By("aws-sns", context);

    /// <summary>Visits the address by which a subscription is confirmed, where the host lets it.</summary>
    [Webhook("/aws-sns-confirming", Methods = ["POST"])]
    [AwsSnsSignature(
        TopicArns = nameof(CodeVerifiedConfig.AwsSnsConfirmingTopicArns),
        Certificate = nameof(CodeVerifiedConfig.AwsSnsConfirmingCertificate),
        ConfirmsSubscriptions = true
    )]
    public static Task<Verified> AwsSnsConfirming(WebhookContext context) => Verified.By("aws-sns-confirming", context);

    [Webhook("/cloudinary", Methods = ["POST"])]
    [CloudinarySignature(Secret = nameof(CodeVerifiedConfig.CloudinarySecret))]
    public static Task<Verified> Cloudinary(WebhookContext context) => Verified.By("cloudinary", context);

    [Webhook("/cloudinary-sha256", Methods = ["POST"])]
    [CloudinarySha256Signature(Secret = nameof(CodeVerifiedConfig.CloudinarySha256Secret))]
    public static Task<Verified> CloudinarySha256(WebhookContext context) => Verified.By("cloudinary-sha256", context);

    [Webhook("/dingtalk", Methods = ["POST"])]
    [DingTalkSignature(
        Secret = nameof(CodeVerifiedConfig.DingTalkSecret),
        AesKey = nameof(CodeVerifiedConfig.DingTalkAesKey),
        ReceiveId = nameof(CodeVerifiedConfig.DingTalkReceiveId)
    )]
    public static Task<Verified> DingTalk(WebhookContext context) => Verified.By("dingtalk", context);

    [Webhook("/feishu", Methods = ["POST"])]
    [FeishuSignature(
        Secret = nameof(CodeVerifiedConfig.FeishuSecret),
        VerificationToken = nameof(CodeVerifiedConfig.FeishuVerificationToken)
    )]
    public static Task<Verified> Feishu(WebhookContext context) => Verified.By("feishu", context);

    [Webhook("/feishu-card", Methods = ["POST"])]
    [FeishuCardSignature(Secret = nameof(CodeVerifiedConfig.FeishuCardSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> FeishuCard(WebhookContext context) => Verified.By("feishu-card", context);

    [Webhook("/mailgun", Methods = ["POST"])]
    [MailgunSignature(Secret = nameof(CodeVerifiedConfig.MailgunSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Mailgun(WebhookContext context) => Verified.By("mailgun", context);

    [Webhook("/paypal", Methods = ["POST"])]
    [PayPalSignature(
        WebhookId = nameof(CodeVerifiedConfig.PayPalSecret),
        Certificate = nameof(CodeVerifiedConfig.PayPalCertificate),
        PublicKey = nameof(CodeVerifiedConfig.PayPalPublicKey)
    )]
    public static Task<Verified> PayPal(WebhookContext context) => Verified.By("paypal", context);

    [Webhook("/twilio", Methods = ["POST"])]
    [TwilioSignature(Secret = nameof(CodeVerifiedConfig.TwilioSecret))]
    public static Task<Verified> Twilio(WebhookContext context) => Verified.By("twilio", context);

    [Webhook("/twilio-shared-key", Methods = ["POST"])]
    [TwilioSignature(SharedKey = nameof(CodeVerifiedConfig.TwilioSharedKeySecret))]
    public static Task<Verified> TwilioSharedKey(WebhookContext context) => Verified.By("twilio-shared-key", context);

    [Webhook("/wecom", Methods = ["POST"])]
    [WeComSignature(
        Secret = nameof(CodeVerifiedConfig.WeComSecret),
        AesKey = nameof(CodeVerifiedConfig.WeComAesKey),
        ReceiveId = nameof(CodeVerifiedConfig.WeComReceiveId)
    )]
    public static Task<Verified> WeCom(WebhookContext context) => Verified.By("wecom", context);
}
