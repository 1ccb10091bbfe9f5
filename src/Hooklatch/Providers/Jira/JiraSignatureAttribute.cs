using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Jira Cloud's webhooks that have a secret: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hub-Signature</c> after
/// <c>sha256=</c>. Connect apps are sent a JWT instead, which this does not read.
/// </summary>
/// <remarks>Source: developer.atlassian.com/cloud/jira, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(JsonPath = "webhookEvent")]
[KnownEvents(typeof(JiraEvents))]
[DeliveryIdFrom(Header = "X-Atlassian-Webhook-Identifier")]
[SendsJson]
[Setup(
    "https://developer.atlassian.com/cloud/jira/platform/webhooks/",
    "Open the administration of Jira, then System, WebHooks, and create one.",
    "Paste {url} as the URL, and leave Exclude body unticked.",
    "Generate or make up a Secret, and configure the same one as {setting}. Without a secret Jira signs nothing.",
    "Tick the events, restrict them with JQL if you like, enable the webhook, and create it."
)]
public sealed partial class JiraSignatureAttribute : SignatureAttribute;
