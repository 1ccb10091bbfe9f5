using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Verification.Custom;

/// <summary>What an <see cref="IRequestVerifier"/> says of a delivery.</summary>
public sealed class Verdict : IVerdict
{
    private Verdict(Rejection? rejection) => Rejection = rejection;

    /// <summary>No signature was sent: 400.</summary>
    public static Verdict MissingSignature { get; } = new(Rejection.MissingSignature);

    /// <summary>No signature was sent, and what is missing is named to the sender: 400.</summary>
    /// <param name="name">The name of the header, or another place in words of your own: <c>query parameter nonce</c>. Never a text of the request.</param>
    public static Verdict Missing(string name) => new(Rejection.MissingSignature.Naming(name));

    /// <summary>The signature is wrong, malformed or ambiguous, or the sender is another one's: 403.</summary>
    public static Verdict InvalidSignature { get; } = new(Rejection.InvalidSignature);

    /// <summary>The signed timestamp is too old or too early: 403.</summary>
    public static Verdict TimestampOutsideTolerance { get; } = new(Rejection.TimestampOutsideTolerance);

    /// <summary>A secret or key is not configured, so nothing can be verified: 500, logged as an error.</summary>
    public static Verdict NotConfigured { get; } = new(Rejection.SecretNotConfigured);

    /// <summary>The public URL is not configured, so what it signs cannot be verified: 500, logged as an error.</summary>
    public static Verdict PublicUrlNotConfigured { get; } = new(Rejection.PublicUrlNotConfigured);

    /// <summary>A key or a confirmation could not be fetched at the moment: 503, so that the provider tries again.</summary>
    public static Verdict KeyUnavailable { get; } = new(Rejection.KeyUnavailable);

    /// <summary>Which of the configured secrets matched, counted from 0.</summary>
    public int? SecretIndex { get; private init; }

    /// <summary>What the handler gets in place of the body: the payload that an encrypted one held.</summary>
    public ReadOnlyMemory<byte>? Payload { get; private init; }

    /// <summary>What is answered in place of running the handler, as to a handshake of the provider when an endpoint is set up.</summary>
    public VerifierAnswer? Answer { get; private init; }

    /// <summary>What a handler that answers nothing is answered with, where the provider demands more than a status.</summary>
    public VerifierAnswer? Acknowledgement { get; private init; }

    /// <summary>The event, where the verifier knows it.</summary>
    public string? Event { get; private init; }

    /// <summary>
    /// The delivery's id, where the verifier knows it. It must be covered by the signature and be that of no other delivery: one that comes with
    /// the same id is answered as a copy, and no handler runs. None is better than the id of what the delivery tells of.
    /// </summary>
    public string? DeliveryId { get; private init; }

    internal Rejection? Rejection { get; }

    (string ContentType, ReadOnlyMemory<byte> Body)? IVerdict.Answer => Answer is { } answer ? (answer.ContentType, answer.Body) : null;

    (string ContentType, ReadOnlyMemory<byte> Body)? IVerdict.Acknowledgement =>
        Acknowledgement is { } answer ? (answer.ContentType, answer.Body) : null;

    /// <summary>The delivery is verified.</summary>
    /// <param name="secretIndex">Which of the configured secrets matched, counted from 0.</param>
    /// <param name="payload">What the handler gets in place of the body.</param>
    /// <param name="answer">What is answered in place of running the handler.</param>
    /// <param name="acknowledgement">What a handler that answers nothing is answered with.</param>
    /// <param name="event">The event.</param>
    /// <param name="deliveryId">The delivery's id.</param>
    public static Verdict Verified(
        int? secretIndex = null,
        ReadOnlyMemory<byte>? payload = null,
        VerifierAnswer? answer = null,
        VerifierAnswer? acknowledgement = null,
        string? @event = null,
        string? deliveryId = null
    ) =>
        new(null)
        {
            SecretIndex = secretIndex,
            Payload = payload,
            Answer = answer,
            Acknowledgement = acknowledgement,
            Event = @event,
            DeliveryId = deliveryId,
        };
}
