using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>Verifies Gogs's webhooks: HMAC-SHA256 over the JSON payload, hexadecimal in <c>X-Gogs-Signature</c>.</summary>
/// <remarks>
/// <para>
/// A webhook may be set to send its payload as the field <c>payload</c> of a form. What Gogs signs is the payload then, and not the form, unlike
/// GitHub.
/// </para>
/// Source: gogs.io/docs, "Webhooks"; the source of Gogs
/// (https://github.com/gogs/gogs/blob/main/internal/database/webhook.go).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Gogs-Signature", SignedContent = "{payload}")]
[EventFrom(Header = "X-Gogs-Event")]
[KnownEvents(typeof(GogsEvents))]
[DeliveryIdFrom(Header = "X-Gogs-Delivery")]
[FormEnvelope("payload")]
public sealed partial class GogsSignatureAttribute : SignatureAttribute;
