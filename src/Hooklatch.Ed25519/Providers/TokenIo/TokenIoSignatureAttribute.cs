using Hooklatch.Ed25519;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Token.io's webhooks: Ed25519 over the raw body, base64url in <c>token-signature</c>. The key of the member is base64, PEM, or
/// base64url once <c>-</c> and <c>_</c> are written as <c>+</c> and <c>/</c>.
/// </summary>
/// <remarks>
/// The event stands in <c>token-event</c>, which is not signed; a delivery has no id and no timestamp, so that a repeated one cannot be
/// told from a first. Source: Token.io's documentation, "Webhooks".
/// </remarks>
[PublicKeyScheme<Ed25519Key>(Header = "token-signature", Encoding = SignatureEncoding.Base64Url, KeyEncoding = KeyEncoding.Base64)]
[EventFrom(Header = "token-event")]
public sealed partial class TokenIoSignatureAttribute : SignatureAttribute;
