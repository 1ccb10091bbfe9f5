using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Postmark's webhooks by Basic authentication; the secret is <c>user:password</c>. It proves who sends, not what is sent.
/// </summary>
/// <remarks>Source: postmarkapp.com/developer, "Webhooks overview".</remarks>
[TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
[EventFrom(JsonPath = "RecordType")]
[KnownEvents(typeof(PostmarkEvents))]
[SendsJson]
public sealed partial class PostmarkSignatureAttribute : SignatureAttribute;
