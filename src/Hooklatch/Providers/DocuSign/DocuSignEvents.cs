namespace Hooklatch.Providers;

/// <summary>
/// The names of DocuSign's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: developers.docusign.com/platform/webhooks/connect/event-triggers; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class DocuSignEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string ClickAgreed = "click-agreed";
    public const string ClickDeclined = "click-declined";
    public const string EnvelopeCompleted = "envelope-completed";
    public const string EnvelopeCorrected = "envelope-corrected";
    public const string EnvelopeCreated = "envelope-created";
    public const string EnvelopeDeclined = "envelope-declined";
    public const string EnvelopeDeleted = "envelope-deleted";
    public const string EnvelopeDelivered = "envelope-delivered";
    public const string EnvelopeDiscard = "envelope-discard";
    public const string EnvelopePurge = "envelope-purge";
    public const string EnvelopeResent = "envelope-resent";
    public const string EnvelopeSent = "envelope-sent";
    public const string EnvelopeVoided = "envelope-voided";
    public const string RecipientAuthenticationfailed = "recipient-authenticationfailed";
    public const string RecipientAutoresponded = "recipient-autoresponded";
    public const string RecipientCompleted = "recipient-completed";
    public const string RecipientDeclined = "recipient-declined";
    public const string RecipientDelegate = "recipient-delegate";
    public const string RecipientDelivered = "recipient-delivered";
    public const string RecipientFinishLater = "recipient-finish-later";
    public const string RecipientReassign = "recipient-reassign";
    public const string RecipientResent = "recipient-resent";
    public const string RecipientSent = "recipient-sent";
    public const string SmsOptIn = "sms-opt-in";
    public const string SmsOptOut = "sms-opt-out";
    public const string TemplateCreated = "template-created";
    public const string TemplateDeleted = "template-deleted";
    public const string TemplateModified = "template-modified";
#pragma warning restore CS1591
}
