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
public sealed partial class JiraSignatureAttribute : SignatureAttribute;
