using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Exact Online's webhooks: HMAC-SHA256 over the raw JSON of <c>Content</c>, hexadecimal in the body at <c>HashCode</c>. The empty
/// request that Exact sends when a subscription is made is answered.
/// </summary>
/// <remarks>
/// <para>Exact signs neither a time nor an id: whoever has one delivery can send it again.</para>
/// Source: github.com/picqer/exact-php-client, Webhook/Authenticatable.php.
/// </remarks>
[EventFrom(JsonPath = "Content.Topic", ActionJsonPath = "Content.Action")]
[Handshake(WhenBodyIsEmpty = true)]
[BodyLimit(64 * 1024)] // Exact names what changed, in a few short fields, and does not send it.
[SendsJson]
public sealed class ExactOnlineSignatureAttribute : CodeSignatureAttribute, ISignable
{
    IRequestSigner ISignable.CreateSigner() => new ExactOnlineSigner();

    /// <inheritdoc/>
    public override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new ExactOnlineVerifier(settings, Secret);
    }
}
