using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that sign with a private key.</summary>
internal static class PublicKeyHooks
{
    [Webhook("/bridge-xyz", Methods = ["POST"])]
    [BridgeXyzSignature(PublicKey = nameof(ProvidersConfig.BridgeXyzPublicKey))]
    public static Task<Verified> BridgeXyz(WebhookContext context) => Verified.By("bridge-xyz", context);

    [Webhook("/sendgrid", Methods = ["POST"])]
    [SendGridSignature(PublicKey = nameof(ProvidersConfig.SendGridPublicKey), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> SendGrid(WebhookContext context) => Verified.By("sendgrid", context);
}
