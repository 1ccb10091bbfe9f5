using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Forgejo's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Forgejo-Signature</c>. The headers that Forgejo
/// sends beside it for receivers of Gitea, Gogs and GitHub are ignored.
/// </summary>
/// <remarks>Source: forgejo.org/docs, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Forgejo-Signature", SignedContent = "{body}")]
[EventFrom(Header = "X-Forgejo-Event")]
[KnownEvents(typeof(ForgejoEvents))]
[DeliveryIdFrom(Header = "X-Forgejo-Delivery")]
public sealed partial class ForgejoSignatureAttribute : SignatureAttribute;
