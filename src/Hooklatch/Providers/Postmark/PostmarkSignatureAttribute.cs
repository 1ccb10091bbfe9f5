using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Postmark's webhooks by Basic authentication; the secret is <c>user:password</c>. It proves who sends, not what is sent.
/// </summary>
/// <remarks>
/// <para>
/// Postmark repeats an inbound message that was not answered with a 200, and gives it up at a 403: "Understanding inbound webhook retries"
/// (https://postmarkapp.com/support/article/understanding-inbound-webhook-retries-in-postmark).
/// </para>
/// Source: postmarkapp.com/developer, "Webhooks overview".
/// </remarks>
[TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
[EventFrom(JsonPath = "RecordType")]
[KnownEvents(typeof(PostmarkEvents))]
[QueuedStatus(200)]
[SendsJson]
public sealed partial class PostmarkSignatureAttribute : SignatureAttribute;
