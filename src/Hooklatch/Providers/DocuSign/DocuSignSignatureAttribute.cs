using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies DocuSign Connect's messages: HMAC-SHA256 over the raw body, base64 in <c>X-DocuSign-Signature-1</c> and on, a header for
/// each active key.
/// </summary>
/// <remarks>Source: developers.docusign.com, "Validate Connect webhooks with HMAC".</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "X-DocuSign-Signature-",
    IsNumbered = true,
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{body}"
)]
[EventFrom(JsonPath = "event")]
[KnownEvents(typeof(DocuSignEvents))]
[SendsJson]
public sealed partial class DocuSignSignatureAttribute : SignatureAttribute;
