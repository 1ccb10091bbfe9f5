using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Intercom's notifications: HMAC-SHA1 over the raw body, hexadecimal in <c>X-Hub-Signature</c> after <c>sha1=</c>. The key is
/// the app's client secret. The handshake when a URL is entered (<c>HEAD</c>) is answered.
/// </summary>
/// <remarks>Source: developers.intercom.com/docs/webhooks, "Webhooks" and "Set up webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Hub-Signature", Prefix = "sha1=", SignedContent = "{body}")]
[EventFrom(JsonPath = "topic")]
[KnownEvents(typeof(IntercomEvents))]
[DeliveryIdFrom(JsonPath = "id")]
[Handshake(Method = "HEAD")]
[SendsJson]
public sealed partial class IntercomSignatureAttribute : SignatureAttribute;
