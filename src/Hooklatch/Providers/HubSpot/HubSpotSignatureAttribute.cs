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
public sealed partial class HubSpotSignatureAttribute : SignatureAttribute;
