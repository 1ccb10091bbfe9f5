using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies GitLab's webhooks that have a signing token: HMAC-SHA256 over id, timestamp and raw body, divided by dots, base64 in the
/// <c>v1</c> entries of <c>webhook-signature</c>. A webhook with nothing but a secret token is read by
/// <see cref="GitLabTokenSignatureAttribute"/>.
/// </summary>
/// <remarks>Source: docs.gitlab.com, "Webhooks"; gitlab-org/gitlab!230944 and !231325.</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "webhook-signature",
    Field = "v1",
    ItemSeparator = ' ',
    FieldSeparator = ',',
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{id}.{timestamp}.{body}",
    KeyEncoding = KeyEncoding.Base64,
    KeyPrefix = "whsec_"
)]
[TimestampFrom(Header = "webhook-timestamp", ToleranceSeconds = 300)]
[EventFrom(Header = "X-Gitlab-Event")]
[KnownEvents(typeof(GitLabEvents))]
[DeliveryIdFrom(Header = "webhook-id")]
[Setup(
    "https://docs.gitlab.com/user/project/integrations/webhooks/",
    "Open the project or the group on GitLab, then Settings, Webhooks, Add new webhook.",
    "Paste {url} as the URL.",
    "Have a signing token generated, copy it when it is shown, and configure it as {setting}.",
    "Tick the triggers, leave SSL verification enabled, and choose Add webhook.",
    "Choose Test on the webhook's line to have GitLab send an example."
)]
public sealed partial class GitLabSignatureAttribute : SignatureAttribute;
