using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Hooklatch.Http;
using Hooklatch.Signing.Refusals;
using Hooklatch.Signing.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Deliveries;

/// <summary>One delivery on its way: what was received, and what the gates have found out of it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Delivery : WebhookContext, IErrorHolder
{
    private readonly EndpointKey _endpoint;
    private readonly HttpContext? _http;
    private readonly StoredRequest? _stored;
    private string? _event;
    private string? _eventAction;
    private string? _deliveryId;
    private int _secretIndex = -1;

    /// <summary>A delivery that comes in.</summary>
    internal Delivery(EndpointKey endpoint, HttpContext http, DateTimeOffset receivedAt) =>
        // The server uses its request again: what is kept of it is taken now.
        (_endpoint, _http, ReceivedAt, RequestAborted) = (endpoint, http, receivedAt, http.RequestAborted);

    /// <summary>A delivery that was received before: what was verified then is bound again, without a connection and without a key.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="stored">What was kept.</param>
    /// <param name="share">What copies of the body are charged to.</param>
    internal Delivery(EndpointKey endpoint, StoredRequest stored, BodyBudget.Share share)
    {
        (_endpoint, _stored, ReceivedAt, RequestAborted) = (endpoint, stored, stored.ReceivedAt, stored.Stopping);
        Identify(stored.Event, stored.EventAction, stored.DeliveryId);
        Match(stored.SecretIndex);
        MatchedScheme = stored.MatchedScheme;
        Body = new MemoryBody(stored.Payload ?? stored.Body, share);
    }

    /// <summary>The endpoint that it came to: the same object for each of its deliveries.</summary>
    internal EndpointKey Key => _endpoint;

    /// <inheritdoc/>
    public override string Plugin => _endpoint.Plugin.Key;

    /// <inheritdoc/>
    public override string Endpoint => _endpoint.Template;

    /// <inheritdoc/>
    public override string? Event => _event;

    /// <inheritdoc/>
    public override string? EventAction => _eventAction;

    /// <inheritdoc/>
    public override string? DeliveryId => _deliveryId;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> RawBody => Body?.Window ?? default;

    /// <inheritdoc/>
    public override int? SecretIndex => _secretIndex < 0 ? null : _secretIndex;

    /// <inheritdoc/>
    public override DateTimeOffset ReceivedAt { get; }

    /// <inheritdoc/>
    public override CancellationToken RequestAborted { get; }

    /// <inheritdoc/>
    public override int Attempt => _stored?.Attempt ?? 1;

    /// <inheritdoc/>
    public override bool IsReplay => _stored is { IsReplay: true };

    /// <summary>The request, for a handler whose author takes it.</summary>
    /// <exception cref="InvalidOperationException">The delivery was received before: there is no connection any more.</exception>
    public HttpContext Http => _http ?? throw new InvalidOperationException("A delivery that runs later has no request any more.");

    /// <summary>The services of the delivery: of its request, or of the run of a delivery that was received before.</summary>
    public IServiceProvider Services => _http?.RequestServices ?? _stored!.Services;

    /// <summary>Whether it comes in now, so that its sender waits for the answer.</summary>
    internal bool IsLive => _http is not null;

    internal IHeaderDictionary Headers => _http?.Request.Headers ?? _stored!.Headers;

    internal IQueryCollection Query => _http?.Request.Query ?? _stored!.Query;

    internal RouteValueDictionary RouteValues => _http?.Request.RouteValues ?? _stored!.RouteValues;

    internal string? ContentType => _http is null ? _stored!.ContentType : _http.Request.ContentType;

    /// <summary>The body, once it is complete and verified.</summary>
    internal WebhookBody? Body { get; set; }

    /// <summary>The body while it arrives, where the verification does not need it.</summary>
    internal ArrivingBody? Arriving { get; set; }

    /// <summary>The form, once it is read.</summary>
    internal IFormCollection Form { get; set; } = FormCollection.Empty;

    /// <summary>
    /// The fields of a form that verify it or name the delivery; <see langword="null"/> where the sender names none, or the body is no form.
    /// They are read before the verification, which decides whether anything of them is true.
    /// </summary>
    internal FormValues? FormValues { get; set; }

    /// <summary>What is wrong with the parameters so far; <see langword="null"/> while nothing is.</summary>
    internal Dictionary<string, string[]>? Errors { get; set; }

    Dictionary<string, string[]>? IErrorHolder.Errors
    {
        get => Errors;
        set => Errors = value;
    }

    /// <summary>Why the body cannot be bound, whatever the other parameters are; <see langword="null"/> while it can.</summary>
    internal Rejection? Rejected { get; private set; }

    /// <summary>Whether the body was to be JSON and is not, or not in the charset that it states.</summary>
    internal bool HasInvalidJson => Rejected == Rejection.InvalidJson || Rejected == Rejection.NotAscii;

    /// <summary>The schemes of the verification that the headers can satisfy, a bit each.</summary>
    internal uint CandidateSchemes { get; set; }

    /// <summary>The keys that verify this delivery, one set per scheme: those of the moment at which its headers were checked, or of its tenant.</summary>
    internal SchemeKeys[]? Keys { get; set; }

    /// <summary>The hash of the token that the delivery had, where a token verifies it.</summary>
    internal byte[]? MatchedToken { get; set; }

    /// <summary>The scheme that the delivery satisfied.</summary>
    internal int MatchedScheme { get; set; }

    /// <summary>What tells the signed text from any other; 0 where nothing is signed.</summary>
    internal UInt128 Fingerprint { get; set; }

    /// <summary>What a verifier in code found out.</summary>
    internal IVerdict? Verdict { get; set; }

    /// <summary>Why its sender could not be verified, where somebody wants to know.</summary>
    internal RefusalExplanation? Explanation { get; set; }

    /// <summary>Whether it passed every gate, so that a handler gets it if one takes its event.</summary>
    internal bool IsTaken { get; set; }

    /// <summary>Whether it is a test that ends once its parameters are bound: no handler gets it.</summary>
    internal bool StopsBeforeHandler { get; init; }

    /// <summary>Whether it ended there, with every parameter bound.</summary>
    internal bool IsBound { get; private set; }

    /// <summary>The right to run this delivery, where copies are recognised.</summary>
    internal DeliveryClaim? Claim { get; set; }

    /// <summary>Ends a test whose handler would run now.</summary>
    internal WebhookResult EndBound()
    {
        IsBound = true;
        return WebhookResult.Empty();
    }

    internal void Fail(string parameter, string message) => new BindingErrors(this).Add(parameter, message);

    /// <summary>Puts the payload that a body held in its place. What was received is given back with it.</summary>
    internal void Replace(WebhookBody payload) => (Received, Body) = (Body, payload);

    /// <summary>The body as it was received, where the payload was taken out of it.</summary>
    internal WebhookBody? Received { get; private set; }

    internal Stream OpenBody() => Arriving?.Stream ?? Body?.OpenRead() ?? Stream.Null;

    /// <summary>Notes why the body cannot be bound; of several reasons the first is told.</summary>
    internal void Reject(Rejection reason) => Rejected ??= reason;

    /// <summary>Notes what the provider calls the event and the delivery.</summary>
    internal void Identify(string? @event, string? action, string? deliveryId) =>
        (_event, _eventAction, _deliveryId) = (@event, action, deliveryId);

    /// <summary>Notes which of the configured secrets matched; <see langword="null"/> where none was checked.</summary>
    internal void Match(int? secretIndex) => _secretIndex = secretIndex ?? -1;
}
