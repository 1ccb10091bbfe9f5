using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Pusher's webhooks: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Pusher-Signature</c>. Each configured secret is
/// tried, whatever key <c>X-Pusher-Key</c> names.
/// </summary>
/// <remarks>Source: pusher.com/docs/channels, "Webhooks"; the tests of pusher/pusher-http-node.</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Pusher-Signature", SignedContent = "{body}")]
public sealed partial class PusherSignatureAttribute : SignatureAttribute;
