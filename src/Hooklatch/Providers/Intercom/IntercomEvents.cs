namespace Hooklatch.Providers;

/// <summary>
/// The names of Intercom's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: developers.intercom.com/docs/references/webhooks/webhook-models, "Webhook topics"; as of 2026-11-29. A name that is newer is
/// added with <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class IntercomEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AdminActivityLogEventCreated = "admin.activity_log_event.created";
    public const string AdminAddedToWorkspace = "admin.added_to_workspace";
    public const string AdminAwayModeUpdated = "admin.away_mode_updated";
    public const string AdminLoggedIn = "admin.logged_in";
    public const string AdminLoggedOut = "admin.logged_out";
    public const string AdminRemovedFromWorkspace = "admin.removed_from_workspace";
    public const string CompanyContactAttached = "company.contact.attached";
    public const string CompanyContactDetached = "company.contact.detached";
    public const string CompanyCreated = "company.created";
    public const string CompanyDeleted = "company.deleted";
    public const string CompanyUpdated = "company.updated";
    public const string ContactArchived = "contact.archived";
    public const string ContactDeleted = "contact.deleted";
    public const string ContactEmailUpdated = "contact.email.updated";
    public const string ContactLeadAddedEmail = "contact.lead.added_email";
    public const string ContactLeadCreated = "contact.lead.created";
    public const string ContactLeadSignedUp = "contact.lead.signed_up";
    public const string ContactLeadTagCreated = "contact.lead.tag.created";
    public const string ContactLeadTagDeleted = "contact.lead.tag.deleted";
    public const string ContactLeadUpdated = "contact.lead.updated";
    public const string ContactMerged = "contact.merged";
    public const string ContactSubscribed = "contact.subscribed";
    public const string ContactUnsubscribed = "contact.unsubscribed";
    public const string ContactUserCreated = "contact.user.created";
    public const string ContactUserTagCreated = "contact.user.tag.created";
    public const string ContactUserTagDeleted = "contact.user.tag.deleted";
    public const string ContactUserUpdated = "contact.user.updated";
    public const string ContentStatNewsItem = "content_stat.news_item";
    public const string ConversationAdminAssigned = "conversation.admin.assigned";
    public const string ConversationAdminClosed = "conversation.admin.closed";
    public const string ConversationAdminNoted = "conversation.admin.noted";
    public const string ConversationAdminOpenAssigned = "conversation.admin.open.assigned";
    public const string ConversationAdminOpened = "conversation.admin.opened";
    public const string ConversationAdminReplied = "conversation.admin.replied";
    public const string ConversationAdminSingleCreated = "conversation.admin.single.created";
    public const string ConversationAdminSnoozed = "conversation.admin.snoozed";
    public const string ConversationAdminUnsnoozed = "conversation.admin.unsnoozed";
    public const string ConversationCompanyUpdated = "conversation.company.updated";
    public const string ConversationContactAttached = "conversation.contact.attached";
    public const string ConversationContactDetached = "conversation.contact.detached";
    public const string ConversationDeleted = "conversation.deleted";
    public const string ConversationOperatorReplied = "conversation.operator.replied";
    public const string ConversationPriorityUpdated = "conversation.priority.updated";
    public const string ConversationRatingAdded = "conversation.rating.added";
    public const string ConversationRead = "conversation.read";
    public const string ConversationUserCreated = "conversation.user.created";
    public const string ConversationUserReplied = "conversation.user.replied";
    public const string ConversationPartRedacted = "conversation_part.redacted";
    public const string ConversationPartTagCreated = "conversation_part.tag.created";
    public const string EventCreated = "event.created";
    public const string Ping = "ping";
    public const string TicketAdminAssigned = "ticket.admin.assigned";
    public const string TicketAdminReplied = "ticket.admin.replied";
    public const string TicketAttributeUpdated = "ticket.attribute.updated";
    public const string TicketClosed = "ticket.closed";
    public const string TicketContactAttached = "ticket.contact.attached";
    public const string TicketContactDetached = "ticket.contact.detached";
    public const string TicketContactReplied = "ticket.contact.replied";
    public const string TicketCreated = "ticket.created";
    public const string TicketNoteCreated = "ticket.note.created";
    public const string TicketRatingProvided = "ticket.rating.provided";
    public const string TicketStateUpdated = "ticket.state.updated";
    public const string TicketTeamAssigned = "ticket.team.assigned";
    public const string VisitorSignedUp = "visitor.signed_up";
#pragma warning restore CS1591
}
