using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Notion's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Notion-Signature</c> after <c>sha256=</c>. The key is
/// the verification token, which Notion sends in a first, unsigned request.
/// </summary>
/// <remarks>Source: developers.notion.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Notion-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(JsonPath = "type")]
[KnownEvents(typeof(NotionEvents))]
[DeliveryIdFrom(JsonPath = "id")]
[Handshake(WhenJsonPath = "verification_token", EchoJsonPath = "verification_token", Body = "", InstallsSecret = true)]
[SendsJson]
public sealed partial class NotionSignatureAttribute : SignatureAttribute;
