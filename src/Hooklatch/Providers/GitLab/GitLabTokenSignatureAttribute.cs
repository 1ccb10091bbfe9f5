using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies GitLab's webhooks by the secret token in <c>X-Gitlab-Token</c>. It proves who sends, not what is sent. A webhook with a
/// signing token is read by <see cref="GitLabSignatureAttribute"/>.
/// </summary>
/// <remarks>Source: docs.gitlab.com, "Webhooks".</remarks>
[TokenScheme(Header = "X-Gitlab-Token")]
[EventFrom(Header = "X-Gitlab-Event")]
[KnownEvents(typeof(GitLabEvents))]
[DeliveryIdFrom(Header = "X-Gitlab-Event-UUID")]
[Setup(
    "https://docs.gitlab.com/user/project/integrations/webhooks/",
    "Open the project or the group on GitLab, then Settings, Webhooks, Add new webhook.",
    "Paste {url} as the URL.",
    "Make up a long random Secret token, and configure the same one as {setting}.",
    "Tick the triggers, leave SSL verification enabled, and choose Add webhook.",
    "Choose Test on the webhook's line to have GitLab send an example.",
    Provider = "GitLab"
)]
public sealed partial class GitLabTokenSignatureAttribute : SignatureAttribute;
