using Hooklatch.Signing;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Amazon SNS' messages: RSA over the fields of the message, with SHA-1 (signature version 1) or
/// SHA-256 (version 2). All accounts share Amazon's keys, so a message counts only if its topic is one of <see cref="TopicArns"/>.
/// </summary>
/// <remarks>
/// <para>
/// The certificate is pinned in the configuration (<see cref="Certificate"/> or <see cref="SignatureAttribute.PublicKey"/>, PEM; a pinned one
/// verifies whatever its dates), or fetched (<see cref="FetchesCertificate"/>) from exactly <c>sns.{region}.amazonaws.com</c> or
/// <c>…amazonaws.com.cn</c> and kept for a day. Where messages are wrapped, <see cref="WebhookContext.Event"/> is their <c>Type</c>; the
/// payload is in <c>Message</c>. Raw message delivery is not signed, so it cannot be received.
/// </para>
/// <para>
/// A message may be 65 minutes old: SNS repeats one over HTTPS for an hour at most, with its first <c>Timestamp</c>. Copies are told by the
/// signed id. <see cref="SignatureAttribute.ToleranceSeconds"/> says otherwise.
/// </para>
/// <para>
/// Delivery id: <c>MessageId</c>.
/// </para>
/// Source: AWS documentation, "Verifying the signatures of Amazon SNS messages", and the AWS SDK for Java 2, sns-message-manager.
/// </remarks>
[Accepts("text/plain")]
public sealed class AwsSnsSignatureAttribute() : TimedCodeSignatureAttribute(UsualTolerance), ISignable
{
    /// <summary>The hour for which SNS repeats a message over HTTPS, and five minutes.</summary>
    private const int UsualTolerance = (60 + 5) * 60;

    /// <summary>Where the ARNs of the topics are in the plugin's configuration. Required.</summary>
    public string? TopicArns { get; set; }

    /// <summary>Where pinned certificates are in the plugin's configuration.</summary>
    public string? Certificate { get; set; }

    /// <summary>
    /// Whether the certificate that a message names is fetched from Amazon. The host must allow it as well, with
    /// <c>AddWebhookKeyFetching()</c>. Default: not.
    /// </summary>
    public bool FetchesCertificate { get; set; }

    /// <summary>
    /// Whether the confirmation of a subscription is answered by visiting its <c>SubscribeURL</c> once the message is verified, within the
    /// same bounds as a certificate. Default: not, so that the handler gets the message.
    /// </summary>
    public bool ConfirmsSubscriptions { get; set; }

    /// <summary>Whether messages of signature version 1, which rests on SHA-1, are rejected. Default: not, since topics are created so.</summary>
    public bool RequiresVersion2 { get; set; }

    IRequestSigner ISignable.CreateSigner() => new AwsSnsSigner();

    /// <inheritdoc/>
    protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new AwsSnsVerifier(settings, this, tolerance);
    }
}
