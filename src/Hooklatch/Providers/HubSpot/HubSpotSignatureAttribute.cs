using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies HubSpot's requests, version 3: HMAC-SHA256 over method, URL, raw body and the milliseconds in
/// <c>X-HubSpot-Request-Timestamp</c>, base64 in <c>X-HubSpot-Signature-v3</c>. The key is the app's client secret.
/// </summary>
/// <remarks>Source: developers.hubspot.com, "Validating requests" (five minutes).</remarks>
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "X-HubSpot-Signature-v3",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{method}{decodedUrl}{body}{timestamp}"
)]
[TimestampFrom(Header = "X-HubSpot-Request-Timestamp", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 300)]
[Setup(
    "https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide",
    "Open your app in HubSpot's developer account, copy its Client secret under Auth, and configure it as {setting}.",
    "Under Webhooks paste {url} as the Target URL, and save.",
    "Create the subscriptions, and activate them.",
    "HubSpot signs the URL: the host's public URL has to be configured."
)]
public sealed partial class HubSpotSignatureAttribute : SignatureAttribute;
