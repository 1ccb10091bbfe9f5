using Hooklatch;
using Hooklatch.Providers;
using Hooklatch.Signing;

namespace Providers;

/// <summary>Providers that sign with a token, with a key that the delivery names, or over a part of the body.</summary>
internal static class TokenSignatureHooks
{
    [Webhook("/circle", Methods = ["POST"])]
    [CircleSignature(PublicKey = nameof(TokenSignatureConfig.CirclePublicKey))]
    public static Task<Verified> Circle(WebhookContext context) => Verified.By("circle", context);

    /// <summary>No key is pinned: the host's own code knows them.</summary>
    [Webhook("/circle-by-host", Methods = ["POST"])]
    [CircleSignature]
    public static Task<Verified> CircleByHost(WebhookContext context) => Verified.By("circle-by-host", context);

    [Webhook("/ebay", Methods = ["POST"])]
    [EBaySignature(Secret = nameof(TokenSignatureConfig.EBaySecret), PublicKey = nameof(TokenSignatureConfig.EBayPublicKey))]
    public static Task<Verified> EBay(WebhookContext context) => Verified.By("ebay", context);

    [Webhook("/exact-online", Methods = ["POST"])]
    [ExactOnlineSignature(Secret = nameof(TokenSignatureConfig.ExactOnlineSecret))]
    public static Task<Verified> ExactOnline(WebhookContext context) => Verified.By("exact-online", context);

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
