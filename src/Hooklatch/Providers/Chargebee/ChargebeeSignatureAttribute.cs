using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Chargebee's webhooks by Basic authentication; the secret is <c>user:password</c>. It proves who sends, not what is sent.
/// </summary>
/// <remarks>Source: chargebee.com/docs, "Events and webhooks".</remarks>
[TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
[EventFrom(JsonPath = "event_type")]
[KnownEvents(typeof(ChargebeeEvents))]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class ChargebeeSignatureAttribute : SignatureAttribute;
