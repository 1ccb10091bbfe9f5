using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Cursor's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Webhook-Signature</c> after <c>sha256=</c>.
/// </summary>
/// <remarks>Source: docs.cursor.com, "Cloud agent webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Webhook-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(Header = "X-Webhook-Event")]
[DeliveryIdFrom(Header = "X-Webhook-ID")]
public sealed partial class CursorSignatureAttribute : SignatureAttribute;
