using Hooklatch.Providers;
using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Cli.Catalog;

/// <summary>Names the settings of presets that verify in code, as an author names them where the attribute is written.</summary>
internal static class PresetSettings
{
    /// <summary>Where the secrets are.</summary>
    public const string Secret = "Secret";

    /// <summary>Where the public keys are.</summary>
    public const string PublicKey = "PublicKey";

    /// <summary>Where keys of a kind are.</summary>
    public static string NameOf(SignerKeyKind kind) => kind is SignerKeyKind.Secret ? Secret : PublicKey;

    /// <summary>A preset's attribute with each setting named as its property. A test holds it against what signers ask for.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="kind">What it is verified with.</param>
    /// <param name="given">The settings that are given, of which some choose how it is verified.</param>
    public static CodeSignatureAttribute Name(Preset preset, SignerKeyKind kind, IReadOnlyDictionary<string, string> given)
    {
        var attribute = (CodeSignatureAttribute)preset.Create();
        attribute.Secret = kind is SignerKeyKind.Secret ? Secret : null;
        attribute.PublicKey = kind is SignerKeyKind.PrivateKey ? PublicKey : null;
        switch (attribute)
        {
            case AlipaySignatureAttribute alipay:
                alipay.AppId = nameof(alipay.AppId);
                break;
            case AwsSnsSignatureAttribute sns:
                sns.TopicArns = nameof(sns.TopicArns);
                break;
            case DingTalkSignatureAttribute dingTalk:
                (dingTalk.AesKey, dingTalk.ReceiveId) = (nameof(dingTalk.AesKey), nameof(dingTalk.ReceiveId));
                break;
            case PayPalSignatureAttribute payPal:
                payPal.WebhookId = nameof(payPal.WebhookId);
                break;
            case TwilioSignatureAttribute twilio when given.ContainsKey(nameof(twilio.SharedKey)):
                twilio.SharedKey = nameof(twilio.SharedKey);
                break;
            case WeComSignatureAttribute weCom:
                (weCom.AesKey, weCom.ReceiveId) = (nameof(weCom.AesKey), nameof(weCom.ReceiveId));
                break;
        }

        return attribute;
    }
}
