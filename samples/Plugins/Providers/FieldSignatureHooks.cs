using Hooklatch;
using Hooklatch.Providers;

namespace Providers;

/// <summary>Providers that put timestamp and signature into one header of fields.</summary>
internal static class FieldSignatureHooks
{
    [Webhook("/ascend", Methods = ["POST"])]
    [AscendSignature(Secret = nameof(ProvidersConfig.AscendSecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Ascend(WebhookContext context) => Verified.By("ascend", context);

    [Webhook("/calendly", Methods = ["POST"])]
    [CalendlySignature(Secret = nameof(ProvidersConfig.CalendlySecret))]
    public static Task<Verified> Calendly(WebhookContext context) => Verified.By("calendly", context);

    [Webhook("/elevenlabs", Methods = ["POST"])]
    [ElevenLabsSignature(Secret = nameof(ProvidersConfig.ElevenLabsSecret))]
    public static Task<Verified> ElevenLabs(WebhookContext context) => Verified.By("elevenlabs", context);

    [Webhook("/knock", Methods = ["POST"])]
    [KnockSignature(Secret = nameof(ProvidersConfig.KnockSecret))]
    public static Task<Verified> Knock(WebhookContext context) => Verified.By("knock", context);

    [Webhook("/paddle", Methods = ["POST"])]
    [PaddleSignature(Secret = nameof(ProvidersConfig.PaddleSecret))]
    public static Task<Verified> Paddle(WebhookContext context) => Verified.By("paddle", context);

    [Webhook("/sanity", Methods = ["POST"])]
    [SanitySignature(Secret = nameof(ProvidersConfig.SanitySecret), ToleranceSeconds = Tolerance.AnyAge)]
    public static Task<Verified> Sanity(WebhookContext context) => Verified.By("sanity", context);

    [Webhook("/stripe", Methods = ["POST"])]
    [StripeSignature(Secret = nameof(ProvidersConfig.StripeSecret))]
    public static Task<Verified> Stripe(WebhookContext context) => Verified.By("stripe", context);

    [Webhook("/workos", Methods = ["POST"])]
    [WorkOSSignature(Secret = nameof(ProvidersConfig.WorkOSSecret))]
    public static Task<Verified> WorkOS(WebhookContext context) => Verified.By("workos", context);
}
