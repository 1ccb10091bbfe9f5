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
public sealed partial class GitLabTokenSignatureAttribute : SignatureAttribute;
