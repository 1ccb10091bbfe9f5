namespace Hooklatch.Providers;

/// <summary>
/// The names of Resend's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/resend/resend-node, src/webhooks/interfaces/webhook-event.interface.ts; as of 2026-08-21. A name that is newer is
/// added with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class ResendEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string ContactCreated = "contact.created";
    public const string ContactDeleted = "contact.deleted";
    public const string ContactUpdated = "contact.updated";
    public const string DomainCreated = "domain.created";
    public const string DomainDeleted = "domain.deleted";
    public const string DomainUpdated = "domain.updated";
    public const string EmailBounced = "email.bounced";
    public const string EmailClicked = "email.clicked";
    public const string EmailComplained = "email.complained";
    public const string EmailDelivered = "email.delivered";
    public const string EmailDeliveryDelayed = "email.delivery_delayed";
    public const string EmailFailed = "email.failed";
    public const string EmailOpened = "email.opened";
    public const string EmailReceived = "email.received";
    public const string EmailScheduled = "email.scheduled";
    public const string EmailSent = "email.sent";
    public const string EmailSuppressed = "email.suppressed";
    public const string SuppressionAdded = "suppression.added";
    public const string SuppressionRemoved = "suppression.removed";
#pragma warning restore CS1591
}
