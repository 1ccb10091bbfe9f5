using Hooklatch;

namespace Providers;

/// <summary>What each provider signs with, in the section <c>Plugins:dev.providers</c>. Of several secrets each is tried.</summary>
[PluginConfig]
internal sealed class ProvidersConfig
{
    [Secret]
    public string[]? AiPriseSecret { get; init; }

    [Secret]
    public string[]? AirtableSecret { get; init; }

    [Secret]
    public string[]? AirwallexSecret { get; init; }

    [Secret]
    public string[]? AkeneoSecret { get; init; }

    [Secret]
    public string[]? AsanaSecret { get; init; }

    [Secret]
    public string[]? AscendSecret { get; init; }

    [Secret]
    public string[]? AshbySecret { get; init; }

    [Secret]
    public string[]? AttentiveSecret { get; init; }

    [Secret]
    public string[]? AttioSecret { get; init; }

    [Secret]
    public string[]? Auth0Secret { get; init; }

    [Secret]
    public string[]? AzureDevOpsSecret { get; init; }

    [Secret]
    public string[]? BitbucketSecret { get; init; }

    [Secret]
    public string[]? BitbucketServerSecret { get; init; }

    [Secret]
    public string[]? BoxSecret { get; init; }

    [Secret]
    public string[]? BrexSecret { get; init; }

    [Secret]
    public string[]? BridgeApiSecret { get; init; }

    public string[]? BridgeXyzPublicKey { get; init; }

    [Secret]
    public string[]? CalComSecret { get; init; }

    [Secret]
    public string[]? CalendlySecret { get; init; }

    [Secret]
    public string[]? ChargebeeSecret { get; init; }

    [Secret]
    public string[]? CheckoutComSecret { get; init; }

    [Secret]
    public string[]? CircleCISecret { get; init; }

    [Secret]
    public string[]? ClerkSecret { get; init; }

    [Secret]
    public string[]? ClioSecret { get; init; }

    [Secret]
    public string[]? CloseSecret { get; init; }

    [Secret]
    public string[]? CloudEventsSecret { get; init; }

    [Secret]
    public string[]? ConvoySecret { get; init; }

    [Secret]
    public string[]? CursorSecret { get; init; }

    [Secret]
    public string[]? CustomerIoSecret { get; init; }

    [Secret]
    public string[]? DeepgramSecret { get; init; }

    [Secret]
    public string[]? DocuSignSecret { get; init; }

    [Secret]
    public string[]? DodoPaymentsSecret { get; init; }

    [Secret]
    public string[]? DropboxSecret { get; init; }

    [Secret]
    public string[]? ElevenLabsSecret { get; init; }

    [Secret]
    public string[]? EnodeSecret { get; init; }

    [Secret]
    public string[]? EthocaSecret { get; init; }

    [Secret]
    public string[]? FastSpringSecret { get; init; }

    [Secret]
    public string[]? FavroSecret { get; init; }

    [Secret]
    public string[]? FirefliesSecret { get; init; }

    [Secret]
    public string[]? FlexportSecret { get; init; }

    [Secret]
    public string[]? ForgejoSecret { get; init; }

    [Secret]
    public string[]? FrontSecret { get; init; }

    [Secret]
    public string[]? GeminiSecret { get; init; }

    [Secret]
    public string[]? GenericHmacSecret { get; init; }

    [Secret]
    public string[]? GiteaSecret { get; init; }

    [Secret]
    public string[]? GitHubSecret { get; init; }

    [Secret]
    public string[]? GitLabSecret { get; init; }

    [Secret]
    public string[]? GitLabTokenSecret { get; init; }

    [Secret]
    public string[]? GoCardlessSecret { get; init; }

    [Secret]
    public string[]? GogsSecret { get; init; }

    [Secret]
    public string[]? GrafanaSecret { get; init; }

    [Secret]
    public string[]? GrafanaTimestampSecret { get; init; }

    [Secret]
    public string[]? HubSpotSecret { get; init; }

    [Secret]
    public string[]? HubSpotV1Secret { get; init; }

    [Secret]
    public string[]? HubSpotV2Secret { get; init; }

    [Secret]
    public string[]? HubSpotV3Secret { get; init; }

    [Secret]
    public string[]? HuggingFaceSecret { get; init; }

    [Secret]
    public string[]? IntercomSecret { get; init; }

    [Secret]
    public string[]? IronSecret { get; init; }

    [Secret]
    public string[]? JiraSecret { get; init; }

    [Secret]
    public string[]? KnockSecret { get; init; }

    [Secret]
    public string[]? LemonSqueezySecret { get; init; }

    [Secret]
    public string[]? LineSecret { get; init; }

    [Secret]
    public string[]? LinearSecret { get; init; }

    [Secret]
    public string[]? MetaSecret { get; init; }

    [Secret]
    public string? MetaVerifyToken { get; init; }

    [Secret]
    public string[]? NotionSecret { get; init; }

    [Secret]
    public string[]? OktaSecret { get; init; }

    [Secret]
    public string[]? OpenAISecret { get; init; }

    [Secret]
    public string[]? PaddleSecret { get; init; }

    [Secret]
    public string[]? PagerDutySecret { get; init; }

    [Secret]
    public string[]? PipedriveSecret { get; init; }

    [Secret]
    public string[]? PolarSecret { get; init; }

    [Secret]
    public string[]? PostmarkSecret { get; init; }

    [Secret]
    public string[]? PusherSecret { get; init; }

    [Secret]
    public string[]? RazorpaySecret { get; init; }

    [Secret]
    public string[]? ReplicateSecret { get; init; }

    [Secret]
    public string[]? ResendSecret { get; init; }

    [Secret]
    public string[]? SanitySecret { get; init; }

    public string[]? SendGridPublicKey { get; init; }

    [Secret]
    public string[]? SentrySecret { get; init; }

    [Secret]
    public string[]? ShopifySecret { get; init; }

    [Secret]
    public string[]? SlackSecret { get; init; }

    [Secret]
    public string[]? SquareSecret { get; init; }

    [Secret]
    public string[]? StandardWebhooksSecret { get; init; }

    public string[]? StandardWebhooksPublicKey { get; init; }

    [Secret]
    public string[]? StandardWebhooksV1Secret { get; init; }

    [Secret]
    public string[]? StripeSecret { get; init; }

    [Secret]
    public string[]? SupabaseAuthSecret { get; init; }

    [Secret]
    public string[]? SvixSecret { get; init; }

    public string[]? SvixPublicKey { get; init; }

    [Secret]
    public string[]? SvixV1Secret { get; init; }

    [Secret]
    public string[]? TelegramSecret { get; init; }

    [Secret]
    public string[]? TrelloSecret { get; init; }

    [Secret]
    public string[]? TwitchSecret { get; init; }

    [Secret]
    public string[]? TypeformSecret { get; init; }

    [Secret]
    public string[]? VercelSecret { get; init; }

    public string? VercelVerifyCode { get; init; }

    [Secret]
    public string[]? WooCommerceSecret { get; init; }

    [Secret]
    public string[]? WorkOSSecret { get; init; }

    [Secret]
    public string[]? XeroSecret { get; init; }

    [Secret]
    public string[]? XSecret { get; init; }

    [Secret]
    public string[]? ZendeskSecret { get; init; }

    [Secret]
    public string[]? ZoomSecret { get; init; }

    [Secret]
    public string[]? AzureEventGridSecret { get; init; }

    [Secret]
    public string[]? MicrosoftGraphSecret { get; init; }

    [Secret]
    public string[]? WebSubSecret { get; init; }
}
