using Hooklatch.Providers;

namespace Hooklatch.Benchmarks.Pipeline;

/// <summary>One handler per kind of scheme, each of which gets the same body. A copy of a delivery runs: what is measured is one.</summary>
internal static class VerificationHooks
{
    [Webhook("/slack", Methods = ["POST"], DetectDuplicates = false)]
    [SlackSignature(Secret = nameof(PipelineConfig.Secret))]
    public static Task Slack(ReadOnlyMemory<byte> body) => Take(body);

    [Webhook("/stripe", Methods = ["POST"], DetectDuplicates = false)]
    [StripeSignature(Secret = nameof(PipelineConfig.Secret))]
    public static Task Stripe(ReadOnlyMemory<byte> body) => Take(body);

    [Webhook("/standard-webhooks", Methods = ["POST"], DetectDuplicates = false)]
    [StandardWebhooksSignature(Secret = nameof(PipelineConfig.StandardSecret))]
    public static Task StandardWebhooks(ReadOnlyMemory<byte> body) => Take(body);

    [Webhook("/ecdsa", Methods = ["POST"], DetectDuplicates = false)]
    [SendGridSignature(PublicKey = nameof(PipelineConfig.EcdsaKey), ToleranceSeconds = 300)]
    public static Task Ecdsa(ReadOnlyMemory<byte> body) => Take(body);

    [Webhook("/rsa", Methods = ["POST"], DetectDuplicates = false)]
    [BridgeXyzSignature(PublicKey = nameof(PipelineConfig.RsaKey))]
    public static Task Rsa(ReadOnlyMemory<byte> body) => Take(body);

    private static Task Take(ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? throw new InvalidOperationException("Nothing arrived.") : Task.CompletedTask;
}
