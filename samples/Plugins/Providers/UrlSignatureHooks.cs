using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that sign the URL too, as they call it.</summary>
internal static class UrlSignatureHooks
{
    [Webhook("/favro", Methods = ["POST"])]
    [FavroSignature(Secret = nameof(ProvidersConfig.FavroSecret))]
    public static Task<Verified> Favro(WebhookContext context) => Verified.By("favro", context);

    [Webhook("/hubspot-v3", Methods = ["POST"])]
    [HubSpotSignature(Secret = nameof(ProvidersConfig.HubSpotV3Secret))]
    public static Task<Verified> HubSpot(WebhookContext context) => Verified.By("hubspot-v3", context);

    [Webhook("/hubspot-v1", Methods = ["POST"])]
    [HubSpotV1Signature(Secret = nameof(ProvidersConfig.HubSpotV1Secret))]
    public static Task<Verified> HubSpotV1(WebhookContext context) => Verified.By("hubspot-v1", context);

    [Webhook("/hubspot-v2", Methods = ["POST"])]
    [HubSpotV2Signature(Secret = nameof(ProvidersConfig.HubSpotV2Secret))]
    public static Task<Verified> HubSpotV2(WebhookContext context) => Verified.By("hubspot-v2", context);

    [Webhook("/square", Methods = ["POST"])]
    [SquareSignature(Secret = nameof(ProvidersConfig.SquareSecret))]
    public static Task<Verified> Square(WebhookContext context) => Verified.By("square", context);

    [Webhook("/trello", Methods = ["POST"])]
    [TrelloSignature(Secret = nameof(ProvidersConfig.TrelloSecret))]
    public static Task<Verified> Trello(WebhookContext context) => Verified.By("trello", context);
}
