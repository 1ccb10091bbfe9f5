namespace Hooklatch.Providers;

/// <summary>
/// The names of WorkOS's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/workos/workos-node, src/webhooks/interfaces/create-webhook-endpoint-events.interface.ts and
/// src/common/interfaces/event.interface.ts; as of 2026-07-30. A name that is newer is added with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class WorkOSEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string ApiKeyCreated = "api_key.created";
    public const string ApiKeyRevoked = "api_key.revoked";
    public const string AuthenticationEmailVerificationSucceeded = "authentication.email_verification_succeeded";
    public const string AuthenticationMagicAuthFailed = "authentication.magic_auth_failed";
    public const string AuthenticationMagicAuthSucceeded = "authentication.magic_auth_succeeded";
    public const string AuthenticationMfaSucceeded = "authentication.mfa_succeeded";
    public const string AuthenticationOauthFailed = "authentication.oauth_failed";
    public const string AuthenticationOauthSucceeded = "authentication.oauth_succeeded";
    public const string AuthenticationPasskeyFailed = "authentication.passkey_failed";
    public const string AuthenticationPasskeySucceeded = "authentication.passkey_succeeded";
    public const string AuthenticationPasswordFailed = "authentication.password_failed";
    public const string AuthenticationPasswordSucceeded = "authentication.password_succeeded";
    public const string AuthenticationRadarRiskDetected = "authentication.radar_risk_detected";
    public const string AuthenticationSsoFailed = "authentication.sso_failed";
    public const string AuthenticationSsoStarted = "authentication.sso_started";
    public const string AuthenticationSsoSucceeded = "authentication.sso_succeeded";
    public const string AuthenticationSsoTimedOut = "authentication.sso_timed_out";
    public const string ConnectionActivated = "connection.activated";
    public const string ConnectionDeactivated = "connection.deactivated";
    public const string ConnectionDeleted = "connection.deleted";
    public const string ConnectionSamlCertificateRenewalRequired = "connection.saml_certificate_renewal_required";
    public const string ConnectionSamlCertificateRenewed = "connection.saml_certificate_renewed";
    public const string DsyncActivated = "dsync.activated";
    public const string DsyncDeleted = "dsync.deleted";
    public const string DsyncGroupCreated = "dsync.group.created";
    public const string DsyncGroupDeleted = "dsync.group.deleted";
    public const string DsyncGroupUpdated = "dsync.group.updated";
    public const string DsyncGroupUserAdded = "dsync.group.user_added";
    public const string DsyncGroupUserRemoved = "dsync.group.user_removed";
    public const string DsyncUserCreated = "dsync.user.created";
    public const string DsyncUserDeleted = "dsync.user.deleted";
    public const string DsyncUserUpdated = "dsync.user.updated";
    public const string EmailVerificationCreated = "email_verification.created";
    public const string FlagCreated = "flag.created";
    public const string FlagDeleted = "flag.deleted";
    public const string FlagRuleUpdated = "flag.rule_updated";
    public const string FlagUpdated = "flag.updated";
    public const string GroupCreated = "group.created";
    public const string GroupDeleted = "group.deleted";
    public const string GroupMemberAdded = "group.member_added";
    public const string GroupMemberRemoved = "group.member_removed";
    public const string GroupUpdated = "group.updated";
    public const string InvitationAccepted = "invitation.accepted";
    public const string InvitationCreated = "invitation.created";
    public const string InvitationResent = "invitation.resent";
    public const string InvitationRevoked = "invitation.revoked";
    public const string MagicAuthCreated = "magic_auth.created";
    public const string OrganizationCreated = "organization.created";
    public const string OrganizationDeleted = "organization.deleted";
    public const string OrganizationUpdated = "organization.updated";
    public const string OrganizationDomainCreated = "organization_domain.created";
    public const string OrganizationDomainDeleted = "organization_domain.deleted";
    public const string OrganizationDomainUpdated = "organization_domain.updated";
    public const string OrganizationDomainVerificationFailed = "organization_domain.verification_failed";
    public const string OrganizationDomainVerified = "organization_domain.verified";
    public const string OrganizationMembershipCreated = "organization_membership.created";
    public const string OrganizationMembershipDeleted = "organization_membership.deleted";
    public const string OrganizationMembershipUpdated = "organization_membership.updated";
    public const string OrganizationRoleCreated = "organization_role.created";
    public const string OrganizationRoleDeleted = "organization_role.deleted";
    public const string OrganizationRoleUpdated = "organization_role.updated";
    public const string PasswordResetCreated = "password_reset.created";
    public const string PasswordResetSucceeded = "password_reset.succeeded";
    public const string PermissionCreated = "permission.created";
    public const string PermissionDeleted = "permission.deleted";
    public const string PermissionUpdated = "permission.updated";
    public const string PipesConnectedAccountConnected = "pipes.connected_account.connected";
    public const string PipesConnectedAccountDisconnected = "pipes.connected_account.disconnected";
    public const string PipesConnectedAccountReauthorizationNeeded = "pipes.connected_account.reauthorization_needed";
    public const string RoleCreated = "role.created";
    public const string RoleDeleted = "role.deleted";
    public const string RoleUpdated = "role.updated";
    public const string SessionCreated = "session.created";
    public const string SessionRevoked = "session.revoked";
    public const string UserCreated = "user.created";
    public const string UserDeleted = "user.deleted";
    public const string UserUpdated = "user.updated";
    public const string VaultByokKeyVerificationCompleted = "vault.byok_key.verification_completed";
    public const string VaultDataCreated = "vault.data.created";
    public const string VaultDataDeleted = "vault.data.deleted";
    public const string VaultDataRead = "vault.data.read";
    public const string VaultDataUpdated = "vault.data.updated";
    public const string VaultDekDecrypted = "vault.dek.decrypted";
    public const string VaultDekRead = "vault.dek.read";
    public const string VaultKekCreated = "vault.kek.created";
    public const string VaultMetadataRead = "vault.metadata.read";
    public const string VaultNamesListed = "vault.names.listed";
    public const string WaitlistUserApproved = "waitlist_user.approved";
    public const string WaitlistUserCreated = "waitlist_user.created";
    public const string WaitlistUserDenied = "waitlist_user.denied";
#pragma warning restore CS1591
}
