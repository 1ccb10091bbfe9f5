using Hooklatch;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Providers.Own;

/// <summary>
/// HubSpot's requests in whatever version it sends them: several schemes of one class, two of them under a condition. A production endpoint
/// names one version, with the attribute that Hooklatch has for it: with a list, an attacker picks the weakest.
/// </summary>
[DigestScheme(
    DigestAlgorithm.Sha256,
    Header = "X-HubSpot-Signature",
    SignedContent = "{secret}{body}",
    WhenHeader = "X-HubSpot-Signature-Version",
    WhenEquals = "v1"
)]
[DigestScheme(
    DigestAlgorithm.Sha256,
    Header = "X-HubSpot-Signature",
    SignedContent = "{secret}{method}{url}{body}",
    WhenHeader = "X-HubSpot-Signature-Version",
    WhenEquals = "v2"
)]
[HmacScheme(
    HmacAlgorithm.Sha256,
    Header = "X-HubSpot-Signature-v3",
    Encoding = SignatureEncoding.Base64,
    SignedContent = "{method}{decodedUrl}{body}{timestamp}"
)]
[TimestampFrom(Header = "X-HubSpot-Request-Timestamp", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 300)]
internal sealed class HubSpotAnyVersionAttribute : SignatureAttribute;
