using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Bridge API's webhooks (bridgeapi.io): HMAC-SHA256 over the raw body, hexadecimal in the <c>v1</c> fields of
/// <c>BridgeApi-Signature</c>, one per secret while they rotate.
/// </summary>
/// <remarks>Source: docs.bridgeapi.io, "Secure your webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "BridgeApi-Signature", Field = "v1", SignedContent = "{body}")]
[EventFrom(JsonPath = "type")]
[SendsJson]
public sealed partial class BridgeApiSignatureAttribute : SignatureAttribute;
