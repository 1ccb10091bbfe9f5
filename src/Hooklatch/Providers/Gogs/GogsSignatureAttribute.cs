using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies Gogs's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Gogs-Signature</c>.</summary>
/// <remarks>Source: gogs.io/docs, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Gogs-Signature", SignedContent = "{body}")]
[EventFrom(Header = "X-Gogs-Event")]
[KnownEvents(typeof(GogsEvents))]
[DeliveryIdFrom(Header = "X-Gogs-Delivery")]
public sealed partial class GogsSignatureAttribute : SignatureAttribute;
