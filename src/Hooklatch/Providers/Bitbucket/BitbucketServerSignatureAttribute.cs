using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Bitbucket Data Center's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hub-Signature</c> after
/// <c>sha256=</c>.
/// </summary>
/// <remarks>Source: confluence.atlassian.com/bitbucketserver, "Event payload".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(Header = "X-Event-Key")]
[KnownEvents(typeof(BitbucketServerEvents))]
[DeliveryIdFrom(Header = "X-Request-Id")]
public sealed partial class BitbucketServerSignatureAttribute : SignatureAttribute;
