using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies Attentive's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>x-attentive-hmac-sha256</c>.</summary>
/// <remarks>Source: docs.attentive.com, "Webhook authentication".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "x-attentive-hmac-sha256", SignedContent = "{body}")]
[EventFrom(JsonPath = "type")]
[SendsJson]
public sealed partial class AttentiveSignatureAttribute : SignatureAttribute;
