using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Ethoca's alerts by Basic authentication; the secret is <c>user:password</c>. It proves who sends, not what is sent. Ethoca
/// wants mutual TLS before it.
/// </summary>
/// <remarks>Source: developer.mastercard.com, "Ethoca Alerts: Push API".</remarks>
[TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
[EventFrom(JsonPath = "alertType")]
[SendsJson]
public sealed partial class EthocaSignatureAttribute : SignatureAttribute;
