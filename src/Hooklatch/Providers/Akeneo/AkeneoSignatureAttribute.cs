using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies the Events API of Akeneo PIM's webhooks: HMAC-SHA256 over the timestamp, a dot and the raw body, hexadecimal in
/// <c>X-Akeneo-Request-Signature</c>.
/// </summary>
/// <remarks>Source: api.akeneo.com, "Events API: security" (five minutes).</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Akeneo-Request-Signature", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Header = "X-Akeneo-Request-Timestamp", ToleranceSeconds = 300)]
public sealed partial class AkeneoSignatureAttribute : SignatureAttribute;
