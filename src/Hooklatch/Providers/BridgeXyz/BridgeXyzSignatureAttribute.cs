using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Bridge's webhooks (bridge.xyz): RSA-SHA256 over the SHA-256 of the timestamp in milliseconds, a dot and the raw body,
/// base64 in <c>X-Webhook-Signature</c> (<c>t=…,v0=…</c>). The text is hashed twice.
/// </summary>
/// <remarks>Source: apidocs.bridge.xyz, "Webhook event signature verification" (ten minutes).</remarks>
[PublicKeyScheme<RsaSha256Key>(
    Header = "X-Webhook-Signature",
    Field = "v0",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{timestamp}.{body}",
    HashedTwice = true
)]
[TimestampFrom(Field = "t", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 600)]
[EventFrom(JsonPath = "event_type")]
[DeliveryIdFrom(JsonPath = "event_id")]
[SendsJson]
public sealed partial class BridgeXyzSignatureAttribute : SignatureAttribute;
