using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Pipedrive's webhooks by Basic authentication; the secret is <c>user:password</c>. It proves who sends, not what is sent.
/// </summary>
/// <remarks>Source: pipedrive.readme.io, "Guide for webhooks v2".</remarks>
[TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
[EventFrom(JsonPath = "meta.entity", ActionJsonPath = "meta.action")]
[SendsJson]
public sealed partial class PipedriveSignatureAttribute : SignatureAttribute;
