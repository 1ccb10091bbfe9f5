using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Vercel's webhooks and drains: HMAC-SHA1 over the raw body, hexadecimal in <c>x-vercel-signature</c>.
/// </summary>
/// <remarks>
/// Vercel checks the endpoint of a drain before it delivers: the answer has to be 200, with the team's code in <c>x-vercel-verify</c>. Every answer has
/// the code that <see cref="VerifyCode"/> leads to, and a GET as well as a POST with an empty body and no signature is answered with nothing else.
/// Source: vercel.com/docs/webhooks/webhooks-api; vercel.com/docs/drains/security; registry.terraform.io/providers/vercel/vercel/latest/docs/resources/log_drain.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha1, Header = "x-vercel-signature", SignedContent = "{body}")]
[Handshake(Method = "GET")]
[Handshake(WhenBodyIsEmpty = true)]
[ReplyHeader("x-vercel-verify", ValueProperty = nameof(VerifyCode))]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(JsonPath = "id")]
[SendsJson]
public sealed partial class VercelSignatureAttribute : SignatureAttribute
{
    /// <summary>
    /// Where the code is in the plugin's configuration with which the endpoint of a drain answers. Vercel shows it when a drain is set up. Default:
    /// none, and no answer has one.
    /// </summary>
    public string? VerifyCode { get; set; }
}
