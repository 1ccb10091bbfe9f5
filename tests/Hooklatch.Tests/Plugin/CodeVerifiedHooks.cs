namespace Hooklatch.Tests.Plugin;

/// <summary>One endpoint per provider that is verified in code or by a key of Ed25519.</summary>
internal sealed class CodeVerifiedHooks(Deliveries deliveries)
{
    [Webhook("/discord")]
    [DiscordSignature(PublicKey = nameof(CodeVerifiedConfig.DiscordPublicKey), ToleranceSeconds = 300)]
    public Task Discord(WebhookContext context) => Record(context);

    [Webhook("/discord-events")]
    [DiscordEventsSignature(PublicKey = nameof(CodeVerifiedConfig.DiscordPublicKey), ToleranceSeconds = 300)]
    public Task DiscordEvents(WebhookContext context) => Record(context);

    [Webhook("/standard-webhooks-asymmetric")]
    [StandardWebhooksAsymmetricSignature(PublicKey = nameof(CodeVerifiedConfig.AsymmetricPublicKey))]
    public Task StandardWebhooks(WebhookContext context) => Record(context);

    [Webhook("/standard-webhooks-both")]
    [StandardWebhooksAsymmetricSignature(
        PublicKey = nameof(CodeVerifiedConfig.AsymmetricPublicKey),
        Secret = nameof(CodeVerifiedConfig.SymmetricSecret)
    )]
    public Task StandardWebhooksBoth(WebhookContext context) => Record(context);

    [Webhook("/svix-asymmetric")]
    [SvixAsymmetricSignature(PublicKey = nameof(CodeVerifiedConfig.AsymmetricPublicKey))]
    public Task Svix(WebhookContext context) => Record(context);

    [Webhook("/token-io")]
    [TokenIoSignature(PublicKey = nameof(CodeVerifiedConfig.TokenIoPublicKey))]
    public Task TokenIo(WebhookContext context) => Record(context);

    [Webhook("/twilio")]
    [TwilioSignature(Secret = nameof(CodeVerifiedConfig.TwilioSecret))]
    public Task Twilio(WebhookContext context) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
