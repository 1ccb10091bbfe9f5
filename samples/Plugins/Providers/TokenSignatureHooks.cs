using Hooklatch;
using Hooklatch.Providers;
using Hooklatch.Verification.Code;

namespace Providers;

/// <summary>Providers that sign with a token, or with a key that the delivery names.</summary>
internal static class TokenSignatureHooks
{
    [Webhook("/fusionauth", Methods = ["POST"])]
    [FusionAuthSignature(JwsAlgorithm.Rs256, PublicKey = nameof(TokenSignatureConfig.FusionAuthPublicKey))]
    public static Task<Verified> FusionAuth(WebhookContext context) => Verified.By("fusionauth", context);

    [Webhook("/netlify", Methods = ["POST"])]
    [NetlifySignature(Secret = nameof(TokenSignatureConfig.NetlifySecret))]
    public static Task<Verified> Netlify(WebhookContext context) => Verified.By("netlify", context);

    [Webhook("/plaid", Methods = ["POST"])]
    [PlaidSignature(PublicKey = nameof(TokenSignatureConfig.PlaidPublicKey))]
    public static Task<Verified> Plaid(WebhookContext context) => Verified.By("plaid", context);
}
