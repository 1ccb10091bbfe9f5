using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies CircleCI's webhooks: HMAC-SHA256 over the raw body, hexadecimal in the <c>v1</c> field of <c>circleci-signature</c>. Other
/// versions are ignored.
/// </summary>
/// <remarks>Source: circleci.com/docs, "Outbound webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "circleci-signature", Field = "v1", SignedContent = "{body}")]
[EventFrom(Header = "circleci-event-type")]
[KnownEvents(typeof(CircleCIEvents))]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class CircleCISignatureAttribute : SignatureAttribute;
