using Hooklatch.Binding;
using Hooklatch.Bodies;
using Hooklatch.Duplicates;
using Hooklatch.Pipeline;
using Hooklatch.Verification;
using Hooklatch.Verification.Code;
using Hooklatch.Verification.Rules;
using Microsoft.AspNetCore.Http;

namespace Hooklatch;

/// <summary>One delivery: what is known of it besides its parameters. A handler takes it as a parameter.</summary>
public sealed class WebhookContext
{
    private readonly WebhookHandler _handler;

    internal WebhookContext(WebhookHandler handler, DateTimeOffset receivedAt, CancellationToken aborted)
    {
        _handler = handler;
        ReceivedAt = receivedAt;
        RequestAborted = aborted;
    }

    /// <summary>The plugin's key, <c>author.module</c>.</summary>
    public string Plugin => _handler.Plugin.Key;

    /// <summary>The endpoint as declared, such as <c>/github</c>.</summary>
    public string Endpoint => _handler.Endpoint;

    /// <summary>
    /// The event as the provider names it (<see cref="Verification.EventFromAttribute"/>), or <see langword="null"/> where the scheme names
    /// none. It is the sender's text: GitHub, for one, does not sign it.
    /// </summary>
    public string? Event { get; internal set; }

    /// <summary>
    /// What happened to the event's subject, where the provider says so apart from the event
    /// (<see cref="Verification.EventFromAttribute.ActionJsonPath"/>): for GitHub's <c>issues</c> it is <c>opened</c>, say.
    /// </summary>
    public string? EventAction { get; internal set; }

    /// <summary>
    /// The delivery's id as the provider names it (<see cref="Verification.DeliveryIdFromAttribute"/>), or <see langword="null"/>.
    /// </summary>
    public string? DeliveryId { get; internal set; }

    /// <summary>
    /// The body exactly as it was received and verified, without a copy. It is valid until the handler's task completes, and may be kept: from
    /// then on every use of it throws. A <see cref="Span{T}"/> of it must not be used from then on. A parameter
    /// of type <see cref="ReadOnlyMemory{T}"/> is a copy that stays valid.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The handler's task is complete.</exception>
    public ReadOnlyMemory<byte> RawBody => Body?.Window ?? default;

    /// <summary>
    /// Which of the configured secrets matched, counted from 0, so that an operator can see when a rotation is complete;
    /// <see langword="null"/> where no secret was checked.
    /// </summary>
    public int? SecretIndex { get; internal set; }

    /// <summary>When the request reached Hooklatch, by the host's <see cref="TimeProvider"/>.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>Cancelled when the sender goes away.</summary>
    public CancellationToken RequestAborted { get; }

    /// <summary>The body, once it is complete and verified.</summary>
    internal WebhookBody? Body { get; set; }

    /// <summary>The body while it arrives, where the verification does not need it.</summary>
    internal ArrivingBody? Arriving { get; set; }

    /// <summary>The same as a stream, where the handler takes one.</summary>
    internal Stream? ArrivingStream { get; set; }

    /// <summary>The parts of a multipart body while they arrive.</summary>
    internal IAsyncEnumerable<UploadedPart>? Parts { get; set; }

    /// <summary>The form, once it is read.</summary>
    internal IFormCollection Form { get; set; } = FormCollection.Empty;

    /// <summary>What is wrong with the parameters so far; <see langword="null"/> while nothing is.</summary>
    internal Dictionary<string, string[]>? Errors { get; set; }

    /// <summary>Why the body cannot be handed over, whatever it holds.</summary>
    internal Rejection? Refused { get; set; }

    /// <summary>Whether the body was to be JSON and is not.</summary>
    internal bool HasInvalidJson { get; set; }

    /// <summary>The rules of the verification that the headers can satisfy, a bit each.</summary>
    internal uint CandidateRules { get; set; }

    /// <summary>The keys that verify this delivery, one set per rule: those of the moment at which its headers were checked, or of its tenant.</summary>
    internal RuleKeys[]? Keys { get; set; }

    /// <summary>The rule that the delivery satisfied.</summary>
    internal int MatchedRule { get; set; }

    /// <summary>What tells the signed text from any other; 0 where nothing is signed.</summary>
    internal UInt128 Fingerprint { get; set; }

    /// <summary>What a verifier in code found out.</summary>
    internal Verdict? Verdict { get; set; }

    /// <summary>The right to run this delivery, where copies are recognised.</summary>
    internal DeliveryClaim? Claim { get; set; }

    internal void Fail(string parameter, string message) => new BindingErrors(this).Add(parameter, message);

    /// <summary>Puts the payload that a body held in its place. What was received is given back with it.</summary>
    internal void Replace(WebhookBody payload) => (Received, Body) = (Body, payload);

    /// <summary>The body as it was received, where the payload was taken out of it.</summary>
    internal WebhookBody? Received { get; private set; }

    internal Stream OpenBody() => ArrivingStream ?? Body?.OpenRead() ?? Stream.Null;
}
