using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that send a token.</summary>
internal static class TokenHooks
{
    [Webhook("/auth0", Methods = ["POST"])]
    [Auth0Signature(Secret = nameof(ProvidersConfig.Auth0Secret))]
    public static Task<Verified> Auth0(WebhookContext context) => Verified.By("auth0", context);

    [Webhook("/azure-devops", Methods = ["POST"])]
    [AzureDevOpsSignature(Secret = nameof(ProvidersConfig.AzureDevOpsSecret))]
    public static Task<Verified> AzureDevOps(WebhookContext context) => Verified.By("azure-devops", context);

    [Webhook("/chargebee", Methods = ["POST"])]
    [ChargebeeSignature(Secret = nameof(ProvidersConfig.ChargebeeSecret))]
    public static Task<Verified> Chargebee(WebhookContext context) => Verified.By("chargebee", context);

    [Webhook("/cloudevents", Methods = ["POST"])]
    [CloudEventsSignature(Secret = nameof(ProvidersConfig.CloudEventsSecret))]
    public static Task<Verified> CloudEvents(WebhookContext context) => Verified.By("cloudevents", context);

    [Webhook("/deepgram", Methods = ["POST"])]
    [DeepgramSignature(Secret = nameof(ProvidersConfig.DeepgramSecret))]
    public static Task<Verified> Deepgram(WebhookContext context) => Verified.By("deepgram", context);

    [Webhook("/ethoca", Methods = ["POST"])]
    [EthocaSignature(Secret = nameof(ProvidersConfig.EthocaSecret))]
    public static Task<Verified> Ethoca(WebhookContext context) => Verified.By("ethoca", context);

    [Webhook("/gitlab-token", Methods = ["POST"])]
    [GitLabTokenSignature(Secret = nameof(ProvidersConfig.GitLabTokenSecret))]
    public static Task<Verified> GitLabToken(WebhookContext context) => Verified.By("gitlab-token", context);

    [Webhook("/hugging-face", Methods = ["POST"])]
    [HuggingFaceSignature(Secret = nameof(ProvidersConfig.HuggingFaceSecret))]
    public static Task<Verified> HuggingFace(WebhookContext context) => Verified.By("hugging-face", context);

    [Webhook("/okta", Methods = ["POST"])]
    [OktaSignature(Secret = nameof(ProvidersConfig.OktaSecret))]
    public static Task<Verified> Okta(WebhookContext context) => Verified.By("okta", context);

    [Webhook("/pipedrive", Methods = ["POST"])]
    [PipedriveSignature(Secret = nameof(ProvidersConfig.PipedriveSecret))]
    public static Task<Verified> Pipedrive(WebhookContext context) => Verified.By("pipedrive", context);

    [Webhook("/postmark", Methods = ["POST"])]
    [PostmarkSignature(Secret = nameof(ProvidersConfig.PostmarkSecret))]
    public static Task<Verified> Postmark(WebhookContext context) => Verified.By("postmark", context);

    [Webhook("/telegram", Methods = ["POST"])]
    [TelegramSignature(Secret = nameof(ProvidersConfig.TelegramSecret))]
    public static Task<Verified> Telegram(WebhookContext context) => Verified.By("telegram", context);
}
