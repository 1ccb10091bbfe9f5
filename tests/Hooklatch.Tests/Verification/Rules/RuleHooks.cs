using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Rules;

/// <summary>One endpoint for each thing that a rule can say; all answer 200 with nothing.</summary>
internal sealed class RuleHooks(HandledDeliveries deliveries)
{
    [Webhook("/rules/fields")]
    [FieldSignature(Secret = nameof(GateConfig.Keys))]
    public Task Fields(WebhookContext context) => Record(context);

    [Webhook("/rules/semicolons")]
    [SemicolonSignature(Secret = nameof(GateConfig.Keys))]
    public Task Semicolons(WebhookContext context) => Record(context);

    [Webhook("/rules/numbered")]
    [NumberedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Numbered(WebhookContext context) => Record(context);

    [Webhook("/rules/either")]
    [AnySignature(Secret = nameof(GateConfig.Keys))]
    public Task Any(WebhookContext context) => Record(context);

    [Webhook("/rules/all")]
    [AllSignature(Secret = nameof(GateConfig.Keys))]
    public Task All(WebhookContext context) => Record(context);

    [Webhook("/rules/versioned")]
    [VersionedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Versioned(WebhookContext context) => Record(context);

    [Webhook("/rules/requiring")]
    [RequiringSignature(Secret = nameof(GateConfig.Keys))]
    public Task Requiring(WebhookContext context) => Record(context);

    [Webhook("/rules/indexed")]
    [IndexedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Indexed(WebhookContext context) => Record(context);

    [Webhook("/rules/base64-key")]
    [Base64KeySignature(Secret = nameof(GateConfig.EncodedKeys))]
    public Task Base64Key(WebhookContext context) => Record(context);

    [Webhook("/rules/hex-key")]
    [HexKeySignature(Secret = nameof(GateConfig.EncodedKeys))]
    public Task HexKey(WebhookContext context) => Record(context);

    [Webhook("/rules/prefixed-key")]
    [PrefixedKeySignature(Secret = nameof(GateConfig.Keys))]
    public Task PrefixedKey(WebhookContext context) => Record(context);

    [Webhook("/rules/base64url")]
    [Base64UrlSignature(Secret = nameof(GateConfig.Keys))]
    public Task Base64Url(WebhookContext context) => Record(context);

    [Webhook("/rules/digest")]
    [DigestSignature(Secret = nameof(GateConfig.Keys))]
    public Task Digest(WebhookContext context) => Record(context);

    [Webhook("/rules/url")]
    [UrlSignature(Secret = nameof(GateConfig.Keys))]
    public Task Url(WebhookContext context) => Record(context);

    [Webhook("/rules/url/{tenant}")]
    [UrlSignature(Secret = nameof(GateConfig.Keys))]
    public Task UrlOfTenant(WebhookContext context, string tenant) => Record(context);

    [Webhook("/rules/query")]
    [QuerySignature(Secret = nameof(GateConfig.Keys))]
    public Task Query(WebhookContext context) => Record(context);

    [Webhook("/rules/body")]
    [BodySignature(Secret = nameof(GateConfig.Keys))]
    public Task Body(WebhookContext context) => Record(context);

    [Webhook("/rules/part-of-body")]
    [PartOfBodySignature(Secret = nameof(GateConfig.Keys))]
    public Task PartOfBody(WebhookContext context) => Record(context);

    [Webhook("/rules/body-time")]
    [BodyTimeSignature(Secret = nameof(GateConfig.Keys))]
    public Task BodyTime(WebhookContext context) => Record(context);

    [Webhook("/rules/date")]
    [DateSignature(Secret = nameof(GateConfig.Keys))]
    public Task Date(WebhookContext context) => Record(context);

    [Webhook("/rules/ecdsa")]
    [EcdsaSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task Ecdsa(WebhookContext context) => Record(context);

    [Webhook("/rules/ecdsa-text")]
    [EcdsaTextSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task EcdsaText(WebhookContext context) => Record(context);

    [Webhook("/rules/two-trailing")]
    [TwoTrailingSignature(Secret = nameof(GateConfig.Keys))]
    public Task TwoTrailing(WebhookContext context) => Record(context);

    [Webhook("/rules/rsa")]
    [RsaSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task Rsa(WebhookContext context) => Record(context);

    [Webhook("/rules/hashed-twice")]
    [HashedTwiceSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task HashedTwice(WebhookContext context) => Record(context);

    [Webhook("/rules/whole-text")]
    [WholeTextSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task WholeText(WebhookContext context) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
