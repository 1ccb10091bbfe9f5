using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Senders that follow Standard Webhooks, and those that Svix delivers for.</summary>
internal static class StandardWebhooksHooks
{
    [Webhook("/brex", Methods = ["POST"])]
    [BrexSignature(Secret = nameof(ProvidersConfig.BrexSecret))]
    public static Task<Verified> Brex(WebhookContext context) => Verified.By("brex", context);

    [Webhook("/clerk", Methods = ["POST"])]
    [ClerkSignature(Secret = nameof(ProvidersConfig.ClerkSecret))]
    public static Task<Verified> Clerk(WebhookContext context) => Verified.By("clerk", context);

    [Webhook("/dodo-payments", Methods = ["POST"])]
    [DodoPaymentsSignature(Secret = nameof(ProvidersConfig.DodoPaymentsSecret))]
    public static Task<Verified> DodoPayments(WebhookContext context) => Verified.By("dodo-payments", context);

    [Webhook("/gemini", Methods = ["POST"])]
    [GeminiSignature(Secret = nameof(ProvidersConfig.GeminiSecret))]
    public static Task<Verified> Gemini(WebhookContext context) => Verified.By("gemini", context);

    [Webhook("/gitlab", Methods = ["POST"])]
    [GitLabSignature(Secret = nameof(ProvidersConfig.GitLabSecret))]
    public static Task<Verified> GitLab(WebhookContext context) => Verified.By("gitlab", context);

    [Webhook("/openai", Methods = ["POST"])]
    [OpenAISignature(Secret = nameof(ProvidersConfig.OpenAISecret))]
    public static Task<Verified> OpenAI(WebhookContext context) => Verified.By("openai", context);

    [Webhook("/polar", Methods = ["POST"])]
    [PolarSignature(Secret = nameof(ProvidersConfig.PolarSecret))]
    public static Task<Verified> Polar(WebhookContext context) => Verified.By("polar", context);

    [Webhook("/replicate", Methods = ["POST"])]
    [ReplicateSignature(Secret = nameof(ProvidersConfig.ReplicateSecret))]
    public static Task<Verified> Replicate(WebhookContext context) => Verified.By("replicate", context);

    [Webhook("/resend", Methods = ["POST"])]
    [ResendSignature(Secret = nameof(ProvidersConfig.ResendSecret))]
    public static Task<Verified> Resend(WebhookContext context) => Verified.By("resend", context);

    /// <summary>Takes both versions, as a sender that moves from one to the other needs it; a version without a key is not taken.</summary>
    [Webhook("/standard-webhooks", Methods = ["POST"])]
    [StandardWebhooksEd25519Signature(
        Secret = nameof(ProvidersConfig.StandardWebhooksSecret),
        PublicKey = nameof(ProvidersConfig.StandardWebhooksPublicKey)
    )]
    public static Task<Verified> StandardWebhooks(WebhookContext context) => Verified.By("standard-webhooks", context);

    [Webhook("/standard-webhooks-v1", Methods = ["POST"])]
    [StandardWebhooksSignature(Secret = nameof(ProvidersConfig.StandardWebhooksV1Secret))]
    public static Task<Verified> StandardWebhooksV1(WebhookContext context) => Verified.By("standard-webhooks-v1", context);

    [Webhook("/supabase-auth", Methods = ["POST"])]
    [SupabaseAuthSignature(Secret = nameof(ProvidersConfig.SupabaseAuthSecret))]
    public static Task<Verified> SupabaseAuth(WebhookContext context) => Verified.By("supabase-auth", context);

    /// <summary>Takes both versions; a version without a key is not taken.</summary>
    [Webhook("/svix", Methods = ["POST"])]
    [SvixEd25519Signature(Secret = nameof(ProvidersConfig.SvixSecret), PublicKey = nameof(ProvidersConfig.SvixPublicKey))]
    public static Task<Verified> Svix(WebhookContext context) => Verified.By("svix", context);

    [Webhook("/svix-v1", Methods = ["POST"])]
    [SvixSignature(Secret = nameof(ProvidersConfig.SvixV1Secret))]
    public static Task<Verified> SvixV1(WebhookContext context) => Verified.By("svix-v1", context);
}
