using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies GitHub's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hub-Signature-256</c> after <c>sha256=</c>. The older
/// <c>X-Hub-Signature</c> (SHA-1) that GitHub sends beside it is ignored. A webhook may be set to send its payload as the field
/// <c>payload</c> of a form.
/// </summary>
/// <remarks>
/// Source: docs.github.com, "Validating webhook deliveries" and "Webhook events and payloads" (a payload is at most 25 MB; GitHub waits ten
/// seconds for the answer).
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature-256", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(Header = "X-GitHub-Event", ActionJsonPath = "action")]
[KnownEvents(typeof(GitHubEvents))]
[DeliveryIdFrom(Header = "X-GitHub-Delivery")]
[FormEnvelope("payload")]
[BodyLimit(25 * 1024 * 1024)]
[Setup(
    "https://docs.github.com/en/webhooks/using-webhooks/creating-webhooks",
    "Open the repository or the organization on GitHub, then Settings, Webhooks, Add webhook.",
    "Paste {url} as the Payload URL.",
    "Choose application/json as the Content type; the form works as well.",
    "Make up a long random Secret, and configure the same one as {setting}.",
    "Leave SSL verification enabled, choose the events, tick Active, and choose Add webhook. GitHub sends a ping at once."
)]
public sealed partial class GitHubSignatureAttribute : SignatureAttribute;
