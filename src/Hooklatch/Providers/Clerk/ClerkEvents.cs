namespace Hooklatch.Providers;

/// <summary>
/// The names of Clerk's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/clerk/javascript, packages/backend/src/api/resources/Webhooks.ts; as of 2026-08-21. A name that is newer is added
/// with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class ClerkEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string EmailCreated = "email.created";
    public const string OrganizationCreated = "organization.created";
    public const string OrganizationDeleted = "organization.deleted";
    public const string OrganizationUpdated = "organization.updated";
    public const string OrganizationDomainCreated = "organizationDomain.created";
    public const string OrganizationDomainDeleted = "organizationDomain.deleted";
    public const string OrganizationDomainUpdated = "organizationDomain.updated";
    public const string OrganizationInvitationAccepted = "organizationInvitation.accepted";
    public const string OrganizationInvitationCreated = "organizationInvitation.created";
    public const string OrganizationInvitationRevoked = "organizationInvitation.revoked";
    public const string OrganizationMembershipCreated = "organizationMembership.created";
    public const string OrganizationMembershipDeleted = "organizationMembership.deleted";
    public const string OrganizationMembershipUpdated = "organizationMembership.updated";
    public const string PaymentAttemptCreated = "paymentAttempt.created";
    public const string PaymentAttemptUpdated = "paymentAttempt.updated";
    public const string PermissionCreated = "permission.created";
    public const string PermissionDeleted = "permission.deleted";
    public const string PermissionUpdated = "permission.updated";
    public const string RoleCreated = "role.created";
    public const string RoleDeleted = "role.deleted";
    public const string RoleUpdated = "role.updated";
    public const string SessionCreated = "session.created";
    public const string SessionEnded = "session.ended";
    public const string SessionRemoved = "session.removed";
    public const string SessionRevoked = "session.revoked";
    public const string SmsCreated = "sms.created";
    public const string SubscriptionActive = "subscription.active";
    public const string SubscriptionCreated = "subscription.created";
    public const string SubscriptionPastDue = "subscription.pastDue";
    public const string SubscriptionUpdated = "subscription.updated";
    public const string SubscriptionItemAbandoned = "subscriptionItem.abandoned";
    public const string SubscriptionItemActive = "subscriptionItem.active";
    public const string SubscriptionItemCanceled = "subscriptionItem.canceled";
    public const string SubscriptionItemCreated = "subscriptionItem.created";
    public const string SubscriptionItemEnded = "subscriptionItem.ended";
    public const string SubscriptionItemFreeTrialEnding = "subscriptionItem.freeTrialEnding";
    public const string SubscriptionItemIncomplete = "subscriptionItem.incomplete";
    public const string SubscriptionItemPastDue = "subscriptionItem.pastDue";
    public const string SubscriptionItemUpcoming = "subscriptionItem.upcoming";
    public const string SubscriptionItemUpdated = "subscriptionItem.updated";
    public const string UserCreated = "user.created";
    public const string UserDeleted = "user.deleted";
    public const string UserUpdated = "user.updated";
    public const string WaitlistEntryCreated = "waitlistEntry.created";
    public const string WaitlistEntryUpdated = "waitlistEntry.updated";
#pragma warning restore CS1591
}
