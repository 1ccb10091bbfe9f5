using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Iron's webhooks (iron.xyz): HMAC-SHA256 over the timestamp and the raw body, hexadecimal in <c>webhook-signature</c> after
/// <c>v1=</c>. The headers are those of Standard Webhooks, the scheme is not.
/// </summary>
/// <remarks>Source: docs.iron.xyz, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "webhook-signature", Prefix = "v1=", SignedContent = "{timestamp}{body}")]
[TimestampFrom(Header = "webhook-timestamp")]
[DeliveryIdFrom(Header = "webhook-id")]
public sealed partial class IronSignatureAttribute : SignatureAttribute;
