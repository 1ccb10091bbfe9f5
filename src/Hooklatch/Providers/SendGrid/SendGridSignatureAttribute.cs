using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies SendGrid's event webhook: ECDSA with P-256 and SHA-256 over <c>X-Twilio-Email-Event-Webhook-Timestamp</c> and the raw body,
/// base64 of DER in <c>X-Twilio-Email-Event-Webhook-Signature</c>. The public key is base64.
/// </summary>
/// <remarks>Source: twilio.com/docs/sendgrid, "Event webhook security features"; the tests of sendgrid/sendgrid-csharp.</remarks>
[PublicKeyScheme<EcdsaP256Sha256Key>(
    Header = "X-Twilio-Email-Event-Webhook-Signature",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{timestamp}{body}",
    KeyEncoding = KeyEncoding.Base64
)]
[TimestampFrom(Header = "X-Twilio-Email-Event-Webhook-Timestamp")]
[Setup(
    "https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features",
    "Open Settings, Mail Settings, Event Webhooks in SendGrid, and create a webhook.",
    "Paste {url} as the Post URL, and choose the events.",
    "Enable Signed Event Webhook under the security features, copy the verification key, and configure it as {setting}.",
    "Enable the webhook, and save. Test Integration sends an example."
)]
public sealed partial class SendGridSignatureAttribute : SignatureAttribute;
