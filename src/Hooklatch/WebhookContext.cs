namespace Hooklatch;

/// <summary>
/// One delivery: what is known of it besides its parameters. A handler takes it as a parameter. For the test of a handler, derive from it.
/// </summary>
public abstract class WebhookContext
{
    /// <summary>The plugin's key, <c>author.module</c>.</summary>
    public abstract string Plugin { get; }

    /// <summary>The endpoint as declared, such as <c>/github</c>.</summary>
    public abstract string Endpoint { get; }

    /// <summary>
    /// The event as the provider names it (<see cref="Signing.EventFromAttribute"/>), or <see langword="null"/> where the scheme names
    /// none. It is the sender's text: GitHub, for one, does not sign it.
    /// </summary>
#pragma warning disable CA1716 // It is what every provider calls it; only Visual Basic has to write [Event].
    public abstract string? Event { get; }
#pragma warning restore CA1716

    /// <summary>
    /// What happened to the event's subject, where the provider says so apart from the event
    /// (<see cref="Signing.EventFromAttribute.ActionJsonPath"/>): for GitHub's <c>issues</c> it is <c>opened</c>, say.
    /// </summary>
    public abstract string? EventAction { get; }

    /// <summary>
    /// The delivery's id as the provider names it (<see cref="Signing.DeliveryIdFromAttribute"/>), or <see langword="null"/>.
    /// </summary>
    public abstract string? DeliveryId { get; }

    /// <summary>
    /// The body exactly as it was received and verified, without a copy. It is valid until the handler's task completes, and may be kept: from
    /// then on every use of it throws. A <see cref="Span{T}"/> of it must not be used from then on. A parameter
    /// of type <see cref="ReadOnlyMemory{T}"/> is a copy that stays valid.
    /// </summary>
    /// <exception cref="ObjectDisposedException">The handler's task is complete.</exception>
    public abstract ReadOnlyMemory<byte> RawBody { get; }

    /// <summary>
    /// Which of the configured secrets matched, counted from 0, so that an operator can see when a rotation is complete;
    /// <see langword="null"/> where no secret was checked.
    /// </summary>
    public abstract int? SecretIndex { get; }

    /// <summary>When the request reached Hooklatch, by the host's <see cref="TimeProvider"/>.</summary>
    public abstract DateTimeOffset ReceivedAt { get; }

    /// <summary>
    /// Cancelled when the sender goes away; for a queued delivery, when its time is over (<see cref="WebhookAttribute.TimeoutSeconds"/>) or the host stops.
    /// </summary>
    public abstract CancellationToken RequestAborted { get; }

    /// <summary>Which try of a queued delivery this is, counted from 1; 1 for an inline one, whose sender counts its tries itself.</summary>
    public virtual int Attempt => 1;

    /// <summary>Whether a person has the delivery run once more.</summary>
    public virtual bool IsReplay => false;
}
