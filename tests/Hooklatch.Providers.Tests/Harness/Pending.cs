namespace Hooklatch.Providers.Tests.Harness;

/// <summary>
/// The published deliveries that nothing reads yet. <see cref="PendingTests"/> fails where one of them is read, so that this list can only
/// become shorter.
/// </summary>
internal static class Pending
{
    /// <summary>Providers without an endpoint.</summary>
    public static readonly string[] Providers =
    [
        "adyen",
        "alipay",
        "aws-sns",
        "dingtalk",
        "discord",
        "feishu",
        "paypal",
        "twilio",
        "wecom",
    ];

    /// <summary>Providers with an endpoint that does not take the deliveries signed with a private key.</summary>
    public static readonly string[] PublicKeys = ["standard-webhooks", "svix"];

    /// <summary>Presets that no endpoint of the sample uses.</summary>
    public static readonly string[] Presets =
    [
        "Adyen",
        "Alipay",
        "AwsSns",
        "Cloudinary",
        "CloudinarySha256",
        "DingTalk",
        "Feishu",
        "FeishuCard",
        "Mailgun",
        "PayPal",
        "Twilio",
        "WeCom",
    ];

    public static bool Includes(Vector vector) =>
        Providers.Contains(vector.Provider) || (PublicKeys.Contains(vector.Provider) && vector.PublicKey is not null);
}
