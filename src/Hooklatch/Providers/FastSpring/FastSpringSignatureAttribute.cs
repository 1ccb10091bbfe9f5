using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies FastSpring's webhooks: HMAC-SHA256 over the raw body, base64 in <c>X-FS-Signature</c>.</summary>
/// <remarks>
/// <para>
/// To FastSpring, a 200 says that all events of a delivery were taken, a 202 only those whose ids the body of the answer names, and any
/// other status none: "Processed and unprocessed webhook events"
/// (https://developer.fastspring.com/reference/processed-and-unprocessed-webhook-events).
/// </para>
/// Source: developer.fastspring.com, "Message security".
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-FS-Signature", Encoding = SignatureEncoding.Base64, SignedContent = "{body}")]
[QueuedStatus(200)]
public sealed partial class FastSpringSignatureAttribute : SignatureAttribute;
