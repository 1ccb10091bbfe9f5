using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Cloudinary's notifications: SHA-1, the default of an account, over raw body, timestamp and API secret, hexadecimal in <c>X-Cld-Signature</c>.
/// </summary>
/// <remarks>Source: Cloudinary's documentation, "Verifying notification signatures", which lets a notification be two hours old.</remarks>
[DigestScheme(DigestAlgorithm.Sha1, Header = "X-Cld-Signature", SignedContent = "{body}{timestamp}{secret}")]
[TimestampFrom(Header = "X-Cld-Timestamp", ToleranceSeconds = 7200)]
[EventFrom(JsonPath = "notification_type")]
[SendsJson]
public sealed partial class CloudinarySignatureAttribute : SignatureAttribute;
