namespace Hooklatch.Benchmarks.Oracle;

/// <summary>The providers that encrypt what they send.</summary>
internal static class OracleHooks
{
    [Webhook("/feishu", Methods = ["POST"])]
    [FeishuSignature(Secret = nameof(OracleConfig.EncryptKey), VerificationToken = nameof(OracleConfig.HandshakeToken))]
    public static Task Feishu() => Task.CompletedTask;

    [Webhook("/wecom", Methods = ["POST"])]
    [WeComSignature(
        Secret = nameof(OracleConfig.CallbackToken),
        AesKey = nameof(OracleConfig.CallbackAesKey),
        ReceiveId = nameof(OracleConfig.CallbackReceiver)
    )]
    public static Task WeCom() => Task.CompletedTask;

    [Webhook("/dingtalk", Methods = ["POST"])]
    [DingTalkSignature(
        Secret = nameof(OracleConfig.CallbackToken),
        AesKey = nameof(OracleConfig.CallbackAesKey),
        ReceiveId = nameof(OracleConfig.CallbackReceiver)
    )]
    public static Task DingTalk() => Task.CompletedTask;
}
