using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies WorkOS's webhooks: HMAC-SHA256 over the timestamp in milliseconds, a dot and the raw body, hexadecimal in
/// <c>WorkOS-Signature</c> (<c>t=…, v1=…</c>).
/// </summary>
/// <remarks>Source: workos.com/docs, "Validating events"; the source of @workos-inc/node (three minutes).</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "WorkOS-Signature", Field = "v1", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Field = "t", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 180)]
[EventFrom(JsonPath = "event")]
[KnownEvents(typeof(WorkOSEvents))]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class WorkOSSignatureAttribute : SignatureAttribute;
