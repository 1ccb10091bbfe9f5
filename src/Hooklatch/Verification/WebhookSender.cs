using System.ComponentModel;
using Hooklatch.Http;
using Hooklatch.Signing.Schemes;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Verification;

/// <summary>
/// Who sends to an endpoint: how it proves that, what it calls its deliveries, what it asks and what it expects to hear. Generated code
/// derives one class per scheme of a plugin; there is one instance per endpoint.
/// </summary>
/// <param name="verifier">How the sender is verified.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public class WebhookSender(WebhookVerifier verifier)
{
    /// <summary>How the sender is verified.</summary>
    public WebhookVerifier Verifier { get; } = verifier;

    /// <summary>The header that names the event, if the scheme declares one; its names divided by <c>|</c> where it has several.</summary>
    public virtual string? EventHeader => null;

    /// <summary>The header that names the delivery, if the scheme declares one; its names divided by <c>|</c> where it has several.</summary>
    public virtual string? DeliveryIdHeader => null;

    /// <summary>Whether the signature covers the delivery's id.</summary>
    public virtual bool DeliveryIdIsSigned => false;

    /// <summary>Whether several deliveries may carry one id, so that a duplicate has the same signed text as well.</summary>
    public virtual bool DeliveryIdIsShared => false;

    /// <summary>The handshakes of the provider when the endpoint is set up.</summary>
    public virtual IReadOnlyList<Handshake> Handshakes => [];

    /// <summary>What a handler that answers nothing is answered with, where the provider demands it.</summary>
    public virtual WebhookAcknowledgement? Acknowledgement => null;

    /// <summary>The status for a sender that could not be verified.</summary>
    public virtual int InvalidStatus => StatusCodes.Status403Forbidden;

    /// <summary>Whether the answer to a sender that could not be verified is the status alone.</summary>
    public virtual bool InvalidHasNoBody => false;

    /// <summary>The status for a delivery that was stored and will run.</summary>
    public virtual int QueuedStatus => StatusCodes.Status202Accepted;

    /// <summary>Who the provider is and how it is set up, where its attribute says so. It is made anew for everyone who asks.</summary>
    public virtual SenderSetup? Setup => null;

    /// <summary>Headers that every answer has.</summary>
    public virtual IReadOnlyList<ReplyHeader> ReplyHeaders => [];

    /// <summary>Media types that count as JSON besides JSON's own.</summary>
    public virtual IReadOnlyList<string> AcceptedMediaTypes => [];

    /// <summary>Whether <see cref="Identify"/> reads the body.</summary>
    public virtual bool ReadsBody => false;

    /// <summary>
    /// The fields of a form that verify a delivery, name it or tell a handshake. They are read before the verification, and nothing else of the
    /// form is.
    /// </summary>
    public virtual IReadOnlyList<string> FormFields => [];

    /// <summary>The field of a form that is signed in place of the form; <see langword="null"/> where a form is signed as it is.</summary>
    public virtual string? PayloadField => null;

    /// <summary>A rejection, which of a sender that could not be verified is as the provider expects it.</summary>
    internal Rejection Answer(Rejection rejected) => rejected.AsInvalid(InvalidStatus, InvalidHasNoBody);

    /// <summary>What the provider calls a verified delivery. A repeated header names nothing.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">The body, if it was read.</param>
    public virtual DeliveryIdentity Identify(ReceivedRequest request, ReadOnlyMemory<byte> body) =>
        new(EventHeader is { } name ? request.HeaderText(name) : null, null, DeliveryIdHeader is { } id ? request.HeaderText(id) : null);
}
