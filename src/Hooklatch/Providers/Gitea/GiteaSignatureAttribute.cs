using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Gitea's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Gitea-Signature</c>. The headers that Gitea sends
/// beside it for receivers of Gogs and GitHub are ignored.
/// </summary>
/// <remarks>Source: docs.gitea.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Gitea-Signature", SignedContent = "{body}")]
[EventFrom(Header = "X-Gitea-Event")]
[KnownEvents(typeof(GiteaEvents))]
[DeliveryIdFrom(Header = "X-Gitea-Delivery")]
public sealed partial class GiteaSignatureAttribute : SignatureAttribute;
