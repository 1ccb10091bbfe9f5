using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Azure DevOps' service hooks by Basic authentication; the secret is <c>user:password</c>. It proves who sends, not what is
/// sent.
/// </summary>
/// <remarks>Source: learn.microsoft.com/azure/devops, "Webhooks".</remarks>
[TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
[EventFrom(JsonPath = "eventType")]
[KnownEvents(typeof(AzureDevOpsEvents))]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class AzureDevOpsSignatureAttribute : SignatureAttribute;
