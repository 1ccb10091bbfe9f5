using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Fireflies' webhooks, version 2: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hub-Signature</c> after <c>sha256=</c>.
/// </summary>
/// <remarks>Source: docs.fireflies.ai, "Webhooks V2".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(JsonPath = "event")]
[SendsJson]
public sealed partial class FirefliesSignatureAttribute : SignatureAttribute;
