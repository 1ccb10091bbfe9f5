using Hooklatch.Signing;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

// Attributes with two schemes, of which the headers, the keys or the settings decide which can hold.

/// <summary>Each scheme has a timestamp of its own.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One", Field = "v1", SignedContent = "{timestamp}.{body}")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", Field = "v1", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Field = "t", ToleranceSeconds = 300)]
public sealed class AnyDatedSignatureAttribute : SignatureAttribute;

[RequireAllSchemes]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One", Field = "v1", SignedContent = "{timestamp}.{body}")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", Field = "v1", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Field = "t", ToleranceSeconds = 300)]
public sealed class AllDatedSignatureAttribute : SignatureAttribute;

[RequireAllSchemes]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One", SecretIndex = 0)]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", SecretIndex = 1)]
public sealed class AllIndexedSignatureAttribute : SignatureAttribute;

/// <summary>Of the first scheme, a header says whether it applies.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One", SecretIndex = 0, WhenHeader = "X-Version", WhenEquals = "1")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", SecretIndex = 1)]
public sealed class AnyVersionedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", SignedContent = "{url}|{body}")]
public sealed class AnyLocatedSignatureAttribute : SignatureAttribute;

[RequireAllSchemes]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", SignedContent = "{url}|{body}")]
public sealed class AllLocatedSignatureAttribute : SignatureAttribute;

/// <summary>One endpoint for each of them.</summary>
internal sealed class CandidateHooks(HandledDeliveries deliveries)
{
    [Webhook("/candidates/any-dated")]
    [AnyDatedSignature(Secret = nameof(GateConfig.Keys))]
    public Task AnyDated(WebhookContext context) => Record(context);

    [Webhook("/candidates/all-dated")]
    [AllDatedSignature(Secret = nameof(GateConfig.Keys))]
    public Task AllDated(WebhookContext context) => Record(context);

    [Webhook("/candidates/all-indexed")]
    [AllIndexedSignature(Secret = nameof(GateConfig.Keys))]
    public Task AllIndexed(WebhookContext context) => Record(context);

    [Webhook("/candidates/any-versioned")]
    [AnyVersionedSignature(Secret = nameof(GateConfig.Keys))]
    public Task AnyVersioned(WebhookContext context) => Record(context);

    [Webhook("/candidates/any-located")]
    [AnyLocatedSignature(Secret = nameof(GateConfig.Keys))]
    public Task AnyLocated(WebhookContext context) => Record(context);

    [Webhook("/candidates/all-located")]
    [AllLocatedSignature(Secret = nameof(GateConfig.Keys))]
    public Task AllLocated(WebhookContext context) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}
