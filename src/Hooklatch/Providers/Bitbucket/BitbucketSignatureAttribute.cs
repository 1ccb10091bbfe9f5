using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Bitbucket Cloud's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hub-Signature</c> after <c>sha256=</c>.
/// </summary>
/// <remarks>Source: support.atlassian.com/bitbucket-cloud, "Manage webhooks" and "Event payloads".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(Header = "X-Event-Key")]
[KnownEvents(typeof(BitbucketEvents))]
[DeliveryIdFrom(Header = "X-Request-UUID")]
public sealed partial class BitbucketSignatureAttribute : SignatureAttribute;
