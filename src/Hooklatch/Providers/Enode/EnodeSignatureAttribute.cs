using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Enode's webhooks: HMAC-SHA1 over the raw body, hexadecimal in <c>x-enode-signature</c> after <c>sha1=</c>.
/// </summary>
/// <remarks>Source: developers.enode.com, "Webhooks".</remarks>
[HmacScheme(HmacAlgorithm.Sha1, Header = "x-enode-signature", Prefix = "sha1=", SignedContent = "{body}")]
[DeliveryIdFrom(Header = "x-enode-delivery")]
public sealed partial class EnodeSignatureAttribute : SignatureAttribute;
