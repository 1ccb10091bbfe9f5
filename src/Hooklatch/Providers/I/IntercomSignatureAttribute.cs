using Hooklatch.Verification;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Intercom's notifications: HMAC-SHA1 over the raw body, hexadecimal in <c>X-Hub-Signature</c> after <c>sha1=</c>. The key is
/// the app's client secret.
/// </summary>
/// <remarks>Source: developers.intercom.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Hub-Signature", Prefix = "sha1=", SignedContent = "{body}")]
[EventFrom(JsonPath = "topic")]
[DeliveryIdFrom(JsonPath = "id")]
public sealed class IntercomSignatureAttribute : SignatureAttribute;
