using Hooklatch;
using Providers.Own;

namespace Providers;

/// <summary>Providers that the plugin describes itself, each in an attribute class of its own.</summary>
internal static class OwnProviderHooks
{
    [Webhook("/convoy", Methods = ["POST"])]
    [Convoy(Secret = nameof(ProvidersConfig.ConvoySecret))]
    public static Task<Verified> Convoy(WebhookContext context) => Verified.By("convoy", context);

    [Webhook("/generic-hmac", Methods = ["POST"])]
    [GenericHmac(Secret = nameof(ProvidersConfig.GenericHmacSecret))]
    public static Task<Verified> GenericHmac(WebhookContext context) => Verified.By("generic-hmac", context);

    /// <summary>HubSpot calls a CRM card's source with GET and signs that, too.</summary>
    [Webhook("/hubspot", Methods = ["GET", "POST"])]
    [HubSpotAnyVersion(Secret = nameof(ProvidersConfig.HubSpotSecret))]
    public static Task<Verified> HubSpot(WebhookContext context) => Verified.By("hubspot", context);
}
