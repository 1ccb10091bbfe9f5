using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Forgejo's webhooks: HMAC-SHA256 over the JSON payload, hexadecimal in <c>X-Forgejo-Signature</c>. The headers that Forgejo
/// sends beside it for receivers of Gitea, Gogs and GitHub are ignored.
/// </summary>
/// <remarks>
/// <para>
/// A webhook may be set to send its payload as the field <c>payload</c> of a form. What Forgejo signs is the payload then, and not the form, unlike
/// GitHub.
/// </para>
/// Source: forgejo.org/docs, "Webhooks"; the source of Forgejo
/// (https://codeberg.org/forgejo/forgejo/src/branch/forgejo/services/webhook/default.go).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Forgejo-Signature", SignedContent = "{payload}")]
[EventFrom(Header = "X-Forgejo-Event")]
[KnownEvents(typeof(ForgejoEvents))]
[DeliveryIdFrom(Header = "X-Forgejo-Delivery")]
[FormEnvelope("payload")]
public sealed partial class ForgejoSignatureAttribute : SignatureAttribute;
