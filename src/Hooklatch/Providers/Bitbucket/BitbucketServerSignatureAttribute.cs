using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Bitbucket Data Center's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Hub-Signature</c> after
/// <c>sha256=</c>.
/// </summary>
/// <remarks>
/// <para>
/// "Test connection" posts <c>{"test":true}</c> with the event <c>diagnostics:ping</c>, without a signature although a secret is configured. It is
/// answered with 200 and nothing, and no handler runs.
/// </para>
/// Source: Atlassian, "Event payload" (https://confluence.atlassian.com/bitbucketserver/event-payload-938025882.html) and "Manage webhooks"
/// (https://confluence.atlassian.com/bitbucketserver/manage-webhooks-938025878.html); the unsigned test: runatlantis/atlantis#474 and
/// jenkinsci/bitbucket-plugin#65.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Hub-Signature", Prefix = "sha256=", SignedContent = "{body}")]
[EventFrom(Header = "X-Event-Key")]
[KnownEvents(typeof(BitbucketServerEvents))]
[DeliveryIdFrom(Header = "X-Request-Id")]
[Handshake(
    WhenHeader = "X-Event-Key",
    WhenHeaderEquals = "diagnostics:ping",
    WhenJsonPath = "test",
    WhenJsonEquals = "true",
    AlsoUnsigned = true
)]
public sealed partial class BitbucketServerSignatureAttribute : SignatureAttribute;
