using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies Lemon Squeezy's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Signature</c>.</summary>
/// <remarks>
/// <para>
/// Lemon Squeezy repeats what was answered with any status but 200: "Webhook requests"
/// (https://docs.lemonsqueezy.com/help/webhooks/webhook-requests).
/// </para>
/// Source: docs.lemonsqueezy.com, "Signing requests".
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}")]
[EventFrom(Header = "X-Event-Name")]
[KnownEvents(typeof(LemonSqueezyEvents))]
[QueuedStatus(200)]
public sealed partial class LemonSqueezySignatureAttribute : SignatureAttribute;
