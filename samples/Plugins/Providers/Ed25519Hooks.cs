using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that sign with Ed25519, from the package Hooklatch.Ed25519.</summary>
internal static class Ed25519Hooks
{
    [Webhook("/discord", Methods = ["POST"])]
    [DiscordSignature(PublicKey = nameof(CodeVerifiedConfig.DiscordPublicKey), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Discord(WebhookContext context) => Verified.By("discord", context);

    [Webhook("/discord-events", Methods = ["POST"])]
    [DiscordEventsSignature(PublicKey = nameof(CodeVerifiedConfig.DiscordEventsPublicKey), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> DiscordEvents(WebhookContext context) => Verified.By("discord-events", context);

    [Webhook("/tokenio", Methods = ["POST"])]
    [TokenIoSignature(PublicKey = nameof(CodeVerifiedConfig.TokenIoPublicKey))]
    public static Task<Verified> TokenIo(WebhookContext context) => Verified.By("tokenio", context);

    [Webhook("/standard-webhooks-ed25519", Methods = ["POST"])]
    [StandardWebhooksEd25519Signature(PublicKey = nameof(CodeVerifiedConfig.StandardWebhooksEd25519PublicKey))]
    public static Task<Verified> StandardWebhooks(WebhookContext context) => Verified.By("standard-webhooks-ed25519", context);

    [Webhook("/svix-ed25519", Methods = ["POST"])]
    [SvixEd25519Signature(PublicKey = nameof(CodeVerifiedConfig.SvixEd25519PublicKey))]
    public static Task<Verified> Svix(WebhookContext context) => Verified.By("svix-ed25519", context);
}
