using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies HubSpot's requests, version 2: SHA-256 over the app's client secret, method, URL and raw body, hexadecimal in
/// <c>X-HubSpot-Signature</c>. HubSpot calls it deprecated: use <see cref="HubSpotSignatureAttribute"/> where it sends version 3.
/// </summary>
/// <remarks>Source: developers.hubspot.com, "Validating requests".</remarks>
[DigestScheme(DigestAlgorithm.Sha256, Header = "X-HubSpot-Signature", SignedContent = "{secret}{method}{url}{body}")]
[RequireHeader("X-HubSpot-Signature-Version", "v2")]
[Setup(
    "https://developers.hubspot.com/docs/api-reference/webhooks-webhooks-v3/guide",
    "Open your app in HubSpot's developer account, copy its Client secret under Auth, and configure it as {setting}.",
    "Under Webhooks paste {url} as the Target URL, and save.",
    "Create the subscriptions, and activate them.",
    "HubSpot signs the URL: the host's public URL has to be configured.",
    Provider = "HubSpot"
)]
public sealed partial class HubSpotV2SignatureAttribute : SignatureAttribute;
