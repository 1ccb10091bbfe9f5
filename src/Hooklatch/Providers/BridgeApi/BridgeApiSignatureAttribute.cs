using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Bridge API's webhooks (bridgeapi.io): HMAC-SHA256 over the raw body, hexadecimal in the <c>v1</c> fields of
/// <c>BridgeApi-Signature</c>, one per secret while they rotate.
/// </summary>
/// <remarks>
/// <para>
/// Bridge API wants a 200, and repeats an event that was not answered so: "Receive event notifications with webhooks"
/// (https://docs.bridgeapi.io/docs/webhooks).
/// </para>
/// Source: docs.bridgeapi.io, "Secure your webhooks".
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "BridgeApi-Signature", Field = "v1", SignedContent = "{body}")]
[EventFrom(JsonPath = "type")]
[QueuedStatus(200)]
[SendsJson]
public sealed partial class BridgeApiSignatureAttribute : SignatureAttribute;
