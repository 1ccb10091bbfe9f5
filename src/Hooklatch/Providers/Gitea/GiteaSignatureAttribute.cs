using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Gitea's webhooks: HMAC-SHA256 over the JSON payload, hexadecimal in <c>X-Gitea-Signature</c>. The headers that Gitea sends
/// beside it for receivers of Gogs and GitHub are ignored.
/// </summary>
/// <remarks>
/// <para>
/// A webhook may be set to send its payload as the field <c>payload</c> of a form. What Gitea signs is the payload then, and not the form, unlike
/// GitHub.
/// </para>
/// Source: docs.gitea.com, "Webhooks"; the source of Gitea
/// (https://github.com/go-gitea/gitea/blob/main/services/webhook/deliver.go).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Gitea-Signature", SignedContent = "{payload}")]
[EventFrom(Header = "X-Gitea-Event")]
[KnownEvents(typeof(GiteaEvents))]
[DeliveryIdFrom(Header = "X-Gitea-Delivery")]
[FormEnvelope("payload")]
public sealed partial class GiteaSignatureAttribute : SignatureAttribute;
