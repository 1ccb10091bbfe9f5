using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies CloudEvents' HTTP webhooks by a bearer token in <c>Authorization</c>. It proves who sends, not what is sent. A receiver
/// that is sent the token as <c>access_token</c> in the query declares <see cref="SharedTokenAttribute"/>.
/// </summary>
/// <remarks>Source: CloudEvents, "HTTP 1.1 Web Hooks for Event Delivery".</remarks>
[TokenScheme(Header = "Authorization", Prefix = "Bearer ")]
[EventFrom(Header = "ce-type")]
[DeliveryIdFrom(Header = "ce-id")]
[CloudEventsHandshake]
public sealed partial class CloudEventsSignatureAttribute : SignatureAttribute;
