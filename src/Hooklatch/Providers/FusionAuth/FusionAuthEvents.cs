namespace Hooklatch.Providers;

/// <summary>
/// The names of FusionAuth's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/FusionAuth/fusionauth-typescript-client, the enumeration EventType; as of 2026-07-02. A name that is newer is
/// added with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class FusionAuthEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AuditLogCreate = "audit-log.create";
    public const string EventLogCreate = "event-log.create";
    public const string GroupCreate = "group.create";
    public const string GroupCreateComplete = "group.create.complete";
    public const string GroupDelete = "group.delete";
    public const string GroupDeleteComplete = "group.delete.complete";
    public const string GroupMemberAdd = "group.member.add";
    public const string GroupMemberAddComplete = "group.member.add.complete";
    public const string GroupMemberRemove = "group.member.remove";
    public const string GroupMemberRemoveComplete = "group.member.remove.complete";
    public const string GroupMemberUpdate = "group.member.update";
    public const string GroupMemberUpdateComplete = "group.member.update.complete";
    public const string GroupUpdate = "group.update";
    public const string GroupUpdateComplete = "group.update.complete";
    public const string JwtPublicKeyUpdate = "jwt.public-key.update";
    public const string JwtRefresh = "jwt.refresh";
    public const string JwtRefreshTokenRevoke = "jwt.refresh-token.revoke";
    public const string KickstartSuccess = "kickstart.success";
    public const string Test = "test";
    public const string UserAction = "user.action";
    public const string UserBulkCreate = "user.bulk.create";
    public const string UserCreate = "user.create";
    public const string UserCreateComplete = "user.create.complete";
    public const string UserDeactivate = "user.deactivate";
    public const string UserDelete = "user.delete";
    public const string UserDeleteComplete = "user.delete.complete";
    public const string UserEmailUpdate = "user.email.update";
    public const string UserEmailVerified = "user.email.verified";
    public const string UserIdentityProviderLink = "user.identity-provider.link";
    public const string UserIdentityProviderUnlink = "user.identity-provider.unlink";
    public const string UserIdentityUpdate = "user.identity.update";
    public const string UserIdentityVerified = "user.identity.verified";
    public const string UserLoginFailed = "user.login.failed";
    public const string UserLoginNewDevice = "user.login.new-device";
    public const string UserLoginSuccess = "user.login.success";
    public const string UserLoginSuspicious = "user.login.suspicious";
    public const string UserLoginIdDuplicateCreate = "user.loginId.duplicate.create";
    public const string UserLoginIdDuplicateUpdate = "user.loginId.duplicate.update";
    public const string UserPasswordBreach = "user.password.breach";
    public const string UserPasswordResetSend = "user.password.reset.send";
    public const string UserPasswordResetStart = "user.password.reset.start";
    public const string UserPasswordResetSuccess = "user.password.reset.success";
    public const string UserPasswordUpdate = "user.password.update";
    public const string UserReactivate = "user.reactivate";
    public const string UserRegistrationCreate = "user.registration.create";
    public const string UserRegistrationCreateComplete = "user.registration.create.complete";
    public const string UserRegistrationDelete = "user.registration.delete";
    public const string UserRegistrationDeleteComplete = "user.registration.delete.complete";
    public const string UserRegistrationUpdate = "user.registration.update";
    public const string UserRegistrationUpdateComplete = "user.registration.update.complete";
    public const string UserRegistrationVerified = "user.registration.verified";
    public const string UserTwoFactorChallenge = "user.two-factor.challenge";
    public const string UserTwoFactorFailedAttempt = "user.two-factor.failed-attempt";
    public const string UserTwoFactorMethodAdd = "user.two-factor.method.add";
    public const string UserTwoFactorMethodRemove = "user.two-factor.method.remove";
    public const string UserTwoFactorSuccess = "user.two-factor.success";
    public const string UserUpdate = "user.update";
    public const string UserUpdateComplete = "user.update.complete";
#pragma warning restore CS1591
}
