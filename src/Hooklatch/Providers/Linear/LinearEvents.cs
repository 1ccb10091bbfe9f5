namespace Hooklatch.Providers;

/// <summary>
/// The names of Linear's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/linear/linear, packages/sdk/src/webhooks/types.ts, and linear.app/developers/webhooks; as of 2026-08-07. A name
/// that is newer is added with <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class LinearEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AgentSessionEvent = "AgentSessionEvent";
    public const string AgentSessionEventCreated = "AgentSessionEvent.created";
    public const string AgentSessionEventPrompted = "AgentSessionEvent.prompted";
    public const string AppUserNotification = "AppUserNotification";
    public const string Attachment = "Attachment";
    public const string AttachmentCreate = "Attachment.create";
    public const string AttachmentRemove = "Attachment.remove";
    public const string AttachmentUpdate = "Attachment.update";
    public const string AuditEntry = "AuditEntry";
    public const string AuditEntryCreate = "AuditEntry.create";
    public const string AuditEntryRemove = "AuditEntry.remove";
    public const string AuditEntryUpdate = "AuditEntry.update";
    public const string Comment = "Comment";
    public const string CommentCreate = "Comment.create";
    public const string CommentRemove = "Comment.remove";
    public const string CommentUpdate = "Comment.update";
    public const string Customer = "Customer";
    public const string CustomerCreate = "Customer.create";
    public const string CustomerRemove = "Customer.remove";
    public const string CustomerUpdate = "Customer.update";
    public const string CustomerNeed = "CustomerNeed";
    public const string CustomerNeedCreate = "CustomerNeed.create";
    public const string CustomerNeedRemove = "CustomerNeed.remove";
    public const string CustomerNeedUpdate = "CustomerNeed.update";
    public const string Cycle = "Cycle";
    public const string CycleCreate = "Cycle.create";
    public const string CycleRemove = "Cycle.remove";
    public const string CycleUpdate = "Cycle.update";
    public const string Document = "Document";
    public const string DocumentCreate = "Document.create";
    public const string DocumentRemove = "Document.remove";
    public const string DocumentUpdate = "Document.update";
    public const string Initiative = "Initiative";
    public const string InitiativeCreate = "Initiative.create";
    public const string InitiativeRemove = "Initiative.remove";
    public const string InitiativeUpdateAction = "Initiative.update";
    public const string InitiativeUpdate = "InitiativeUpdate";
    public const string InitiativeUpdateCreate = "InitiativeUpdate.create";
    public const string InitiativeUpdateRemove = "InitiativeUpdate.remove";
    public const string InitiativeUpdateUpdate = "InitiativeUpdate.update";
    public const string Issue = "Issue";
    public const string IssueCreate = "Issue.create";
    public const string IssueRemove = "Issue.remove";
    public const string IssueUpdate = "Issue.update";
    public const string IssueLabel = "IssueLabel";
    public const string IssueLabelCreate = "IssueLabel.create";
    public const string IssueLabelRemove = "IssueLabel.remove";
    public const string IssueLabelUpdate = "IssueLabel.update";
    public const string IssueSLA = "IssueSLA";
    public const string IssueSLABreached = "IssueSLA.breached";
    public const string IssueSLAHighRisk = "IssueSLA.highRisk";
    public const string IssueSLASet = "IssueSLA.set";
    public const string OAuthApp = "OAuthApp";
    public const string OAuthAppRevoked = "OAuthApp.revoked";
    public const string PermissionChange = "PermissionChange";
    public const string PermissionChangeTeamAccessChanged = "PermissionChange.teamAccessChanged";
    public const string Project = "Project";
    public const string ProjectCreate = "Project.create";
    public const string ProjectRemove = "Project.remove";
    public const string ProjectUpdateAction = "Project.update";
    public const string ProjectUpdate = "ProjectUpdate";
    public const string ProjectUpdateCreate = "ProjectUpdate.create";
    public const string ProjectUpdateRemove = "ProjectUpdate.remove";
    public const string ProjectUpdateUpdate = "ProjectUpdate.update";
    public const string Reaction = "Reaction";
    public const string ReactionCreate = "Reaction.create";
    public const string ReactionRemove = "Reaction.remove";
    public const string ReactionUpdate = "Reaction.update";
    public const string User = "User";
    public const string UserCreate = "User.create";
    public const string UserRemove = "User.remove";
    public const string UserUpdate = "User.update";
#pragma warning restore CS1591
}
