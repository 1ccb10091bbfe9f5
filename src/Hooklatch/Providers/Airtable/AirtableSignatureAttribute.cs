using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Airtable's pings, which say that something changed but not what: HMAC-SHA256 over the raw body, hexadecimal in
/// <c>X-Airtable-Content-MAC</c> after <c>hmac-sha256=</c>. The key is the base64 of <c>macSecretBase64</c>.
/// </summary>
/// <remarks>
/// <para>
/// Airtable wants a 200 or a 204 with an empty body: "Webhooks overview" (https://airtable.com/developers/web/api/webhooks-overview).
/// </para>
/// Source: airtable.com/developers/web/api, "Webhooks overview".
/// </remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "X-Airtable-Content-MAC",
    Prefix = "hmac-sha256=",
    SignedContent = "{body}",
    KeyEncoding = KeyEncoding.Base64
)]
[QueuedStatus(200)]
public sealed partial class AirtableSignatureAttribute : SignatureAttribute;
