using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies the webhooks of Sentry's integration platform: HMAC-SHA256 over the raw body, hexadecimal in <c>Sentry-Hook-Signature</c>.
/// The key is the client secret; <c>Sentry-Hook-Timestamp</c> is not signed and is ignored.
/// </summary>
/// <remarks>Source: docs.sentry.io, "Integration platform webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Sentry-Hook-Signature", SignedContent = "{body}")]
[EventFrom(Header = "Sentry-Hook-Resource", ActionJsonPath = "action")]
[KnownEvents(typeof(SentryEvents))]
[DeliveryIdFrom(Header = "Request-ID")]
[SendsJson]
public sealed partial class SentrySignatureAttribute : SignatureAttribute;
