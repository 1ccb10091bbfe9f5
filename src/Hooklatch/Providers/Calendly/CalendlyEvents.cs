namespace Hooklatch.Providers;

/// <summary>
/// The names of Calendly's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: developer.calendly.com/api-docs, "Create webhook subscription"; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class CalendlyEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string InviteeCanceled = "invitee.canceled";
    public const string InviteeCreated = "invitee.created";
    public const string InviteeNoShowCreated = "invitee_no_show.created";
    public const string InviteeNoShowDeleted = "invitee_no_show.deleted";
    public const string RoutingFormSubmissionCreated = "routing_form_submission.created";
#pragma warning restore CS1591
}
