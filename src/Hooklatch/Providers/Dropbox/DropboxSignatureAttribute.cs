using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Dropbox's notifications: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Dropbox-Signature</c>. The key is the app
/// secret.
/// </summary>
/// <remarks>Source: dropbox.com/developers, "Webhooks"; the constants of aspnet/WebHooks.</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Dropbox-Signature", SignedContent = "{body}")]
[Handshake(Method = "GET", WhenQuery = "challenge", EchoQuery = "challenge")]
public sealed partial class DropboxSignatureAttribute : SignatureAttribute;
