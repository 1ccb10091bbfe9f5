using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies HubSpot's requests, version 1: SHA-256 over the app's client secret and the raw body, hexadecimal in
/// <c>X-HubSpot-Signature</c>. HubSpot calls it deprecated: use <see cref="HubSpotSignatureAttribute"/> where it sends version 3.
/// </summary>
/// <remarks>Source: developers.hubspot.com, "Validating requests".</remarks>
[DigestScheme(DigestAlgorithm.Sha256, Header = "X-HubSpot-Signature", SignedContent = "{secret}{body}")]
[RequireHeader("X-HubSpot-Signature-Version", "v1")]
public sealed partial class HubSpotV1SignatureAttribute : SignatureAttribute;
