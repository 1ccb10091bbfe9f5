using System.Globalization;
using System.Security.Cryptography;
using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>Signs as <see cref="PayPalVerifier"/> verifies, for an endpoint with a pinned key or certificate.</summary>
internal sealed class PayPalSigner : IRequestSigner
{
    private const string WebhookId = nameof(PayPalSignatureAttribute.WebhookId);

    /// <summary>Nothing is fetched from it: an endpoint for which somebody else than PayPal signs has a pinned key.</summary>
    private const string NoCertificate = "https://api.sandbox.paypal.com/v1/notifications/certs/none";

    public SignerKeyKind KeyKind => SignerKeyKind.PrivateKey;

    public IReadOnlyList<string> Settings => [WebhookId];

    public void Sign(OutgoingRequest request, SignerKeys keys)
    {
        var id = request.DeliveryId ?? Guid.NewGuid().ToString();
        var time = request.SignedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var text = PayPalText.Of(id, time, keys.GetSetting(WebhookId), Crc32.Of(request.Body));
        request.Headers[PayPalText.Id] = id;
        request.Headers[PayPalText.Time] = time;
        request.Headers[PayPalText.Address] = NoCertificate;
        request.Headers[PayPalText.Algorithm] = PayPalText.RsaSha256;
        request.Headers[PayPalText.Signature] = Convert.ToBase64String(keys.SignText(text, HashAlgorithmName.SHA256));
    }
}
