using Hooklatch;
using Providers.Own;

namespace Providers;

/// <summary>Providers that the plugin describes itself, each in an attribute class of its own.</summary>
internal static class OwnProviderHooks
{
    [Webhook("/azure-event-grid", Methods = ["POST"])]
    [AzureEventGrid(Secret = nameof(ProvidersConfig.AzureEventGridSecret))]
    public static Task<Verified> AzureEventGrid(WebhookContext context) => Verified.By("azure-event-grid", context);

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

    [Webhook("/microsoft-graph", Methods = ["POST"])]
    [MicrosoftGraph(Secret = nameof(ProvidersConfig.MicrosoftGraphSecret))]
    public static Task<Verified> MicrosoftGraph(WebhookContext context) => Verified.By("microsoft-graph", context);

    [Webhook("/websub", Methods = ["POST"])]
    [WebSub(Secret = nameof(ProvidersConfig.WebSubSecret))]
    public static Task<Verified> WebSub(WebhookContext context) => Verified.By("websub", context);
}
