using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Hugging Face's webhooks by the secret in <c>X-Webhook-Secret</c>. It proves who sends, not what is sent.
/// </summary>
/// <remarks>Source: huggingface.co/docs, "Webhooks".</remarks>
[TokenScheme(Header = "X-Webhook-Secret")]
[EventFrom(JsonPath = "event.scope", ActionJsonPath = "event.action")]
[KnownEvents(typeof(HuggingFaceEvents))]
[SendsJson]
public sealed partial class HuggingFaceSignatureAttribute : SignatureAttribute;
