using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies PayPal's webhooks: RSA with SHA-256 over the id and time of the transmission, the id of the webhook and a checksum of the body.
/// All accounts share PayPal's keys, so that the webhook's own id (<see cref="WebhookId"/>) is what makes a delivery yours.
/// </summary>
/// <remarks>
/// <para>
/// PayPal binds the body by its CRC-32 alone, which is no cryptographic hash: whoever sees one delivery can send another body under the
/// same signature. Act on what PayPal's API says of the resource, not on the body, where money is at stake.
/// </para>
/// <para>
/// A delivery may be three days and an hour old: PayPal repeats one up to 25 times over three days. Copies are told by the signed id of the
/// transmission. Where late retries can be done without, set <see cref="SignatureAttribute.ToleranceSeconds"/>.
/// </para>
/// <para>
/// The certificate is pinned in the configuration (<see cref="Certificate"/> or <see cref="SignatureAttribute.PublicKey"/>, PEM; a pinned one
/// verifies whatever its dates), or fetched (<see cref="FetchesCertificate"/>) from exactly <c>api.paypal.com</c> or
/// <c>api.sandbox.paypal.com</c>, checked up to a root that the machine trusts, and kept for a day.
/// </para>
/// <para>
/// Delivery id: <c>PAYPAL-TRANSMISSION-ID</c>.
/// </para>
/// Source: developer.paypal.com/api/rest/webhooks/rest, "Integrate webhooks" ("Receiving the message" for the three days, "Verifying the
/// message").
/// </remarks>
[Setup(
    "https://developer.paypal.com/api/rest/webhooks/",
    "Open Apps & Credentials in the PayPal Developer Dashboard, choose Sandbox or Live, and open your app.",
    "Choose Add Webhook, paste {url} as the Webhook URL, and choose the event types.",
    "Copy the Webhook ID that is shown in the list, and configure it as {setting}. Sandbox and live have IDs of their own.",
    "Events of PayPal's Webhooks simulator cannot be verified; send real ones from the sandbox."
)]
public sealed class PayPalSignatureAttribute() : TimedCodeSignatureAttribute(UsualTolerance), ISignable
{
    /// <summary>The three days for which PayPal repeats a delivery, and an hour.</summary>
    private const int UsualTolerance = ((3 * 24) + 1) * 60 * 60;

    /// <summary>Where the id of the webhook is in the plugin's configuration. Required.</summary>
    public string? WebhookId { get; set; }

    /// <summary>Where pinned certificates are in the plugin's configuration.</summary>
    public string? Certificate { get; set; }

    /// <summary>
    /// Whether the certificate that a delivery names is fetched from PayPal. The host must allow it as well, with
    /// <c>AddWebhookKeyFetching()</c>. Default: not.
    /// </summary>
    public bool FetchesCertificate { get; set; }

    /// <summary>
    /// Where roots are in the plugin's configuration (PEM) that fetched certificates must lead to. Default: those that the machine trusts.
    /// </summary>
    public string? TrustedRoots { get; set; }

    IRequestSigner ISignable.CreateSigner() => new PayPalSigner();

    /// <inheritdoc/>
    protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PayPalVerifier(settings, this, tolerance);
    }
}
