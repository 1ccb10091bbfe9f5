using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>One endpoint for each thing that a scheme can say; all answer 200 with nothing.</summary>
internal sealed class SchemeHooks(HandledDeliveries deliveries)
{
    [Webhook("/schemes/fields")]
    [FieldSignature(Secret = nameof(GateConfig.Keys))]
    public Task Fields(WebhookContext context) => Record(context);

    [Webhook("/schemes/semicolons")]
    [SemicolonSignature(Secret = nameof(GateConfig.Keys))]
    public Task Semicolons(WebhookContext context) => Record(context);

    [Webhook("/schemes/numbered")]
    [NumberedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Numbered(WebhookContext context) => Record(context);

    [Webhook("/schemes/either")]
    [AnySignature(Secret = nameof(GateConfig.Keys))]
    public Task Any(WebhookContext context) => Record(context);

    [Webhook("/schemes/all")]
    [AllSignature(Secret = nameof(GateConfig.Keys))]
    public Task All(WebhookContext context) => Record(context);

    [Webhook("/schemes/versioned")]
    [VersionedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Versioned(WebhookContext context) => Record(context);

    [Webhook("/schemes/requiring")]
    [RequiringSignature(Secret = nameof(GateConfig.Keys))]
    public Task Requiring(WebhookContext context) => Record(context);

    [Webhook("/schemes/indexed")]
    [IndexedSignature(Secret = nameof(GateConfig.Keys))]
    public Task Indexed(WebhookContext context) => Record(context);

    [Webhook("/schemes/base64-key")]
    [Base64KeySignature(Secret = nameof(GateConfig.EncodedKeys))]
    public Task Base64Key(WebhookContext context) => Record(context);

    [Webhook("/schemes/hex-key")]
    [HexKeySignature(Secret = nameof(GateConfig.EncodedKeys))]
    public Task HexKey(WebhookContext context) => Record(context);

    [Webhook("/schemes/prefixed-key")]
    [PrefixedKeySignature(Secret = nameof(GateConfig.Keys))]
    public Task PrefixedKey(WebhookContext context) => Record(context);

    [Webhook("/schemes/base64url")]
    [Base64UrlSignature(Secret = nameof(GateConfig.Keys))]
    public Task Base64Url(WebhookContext context) => Record(context);

    [Webhook("/schemes/digest")]
    [DigestSignature(Secret = nameof(GateConfig.Keys))]
    public Task Digest(WebhookContext context) => Record(context);

    [Webhook("/schemes/url")]
    [UrlSignature(Secret = nameof(GateConfig.Keys))]
    public Task Url(WebhookContext context) => Record(context);

    [Webhook("/schemes/url/{tenant}")]
    [UrlSignature(Secret = nameof(GateConfig.Keys))]
    public Task UrlOfTenant(WebhookContext context, string tenant) => Record(context);

    [Webhook("/schemes/query")]
    [QuerySignature(Secret = nameof(GateConfig.Keys))]
    public Task Query(WebhookContext context) => Record(context);

    [Webhook("/schemes/body")]
    [BodySignature(Secret = nameof(GateConfig.Keys))]
    public Task Body(WebhookContext context) => Record(context);

    [Webhook("/schemes/part-of-body")]
    [PartOfBodySignature(Secret = nameof(GateConfig.Keys))]
    public Task PartOfBody(WebhookContext context) => Record(context);

    [Webhook("/schemes/body-time")]
    [BodyTimeSignature(Secret = nameof(GateConfig.Keys))]
    public Task BodyTime(WebhookContext context) => Record(context);

    [Webhook("/schemes/date")]
    [DateSignature(Secret = nameof(GateConfig.Keys))]
    public Task Date(WebhookContext context) => Record(context);

    [Webhook("/schemes/ecdsa")]
    [EcdsaSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task Ecdsa(WebhookContext context) => Record(context);

    [Webhook("/schemes/ecdsa-text")]
    [EcdsaTextSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task EcdsaText(WebhookContext context) => Record(context);

    [Webhook("/schemes/two-trailing")]
    [TwoTrailingSignature(Secret = nameof(GateConfig.Keys))]
    public Task TwoTrailing(WebhookContext context) => Record(context);

    [Webhook("/schemes/rsa")]
    [RsaSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task Rsa(WebhookContext context) => Record(context);

    [Webhook("/schemes/hashed-twice")]
    [HashedTwiceSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task HashedTwice(WebhookContext context) => Record(context);

    [Webhook("/schemes/whole-text")]
    [WholeTextSignature(PublicKey = nameof(GateConfig.PublicKeys))]
    public Task WholeText(WebhookContext context) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
