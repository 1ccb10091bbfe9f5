namespace Hooklatch.Providers;

/// <summary>
/// The names of Jira's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: developer.atlassian.com/cloud/jira/platform/webhooks; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class JiraEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AppAccessToObjectsBlocked = "app_access_to_objects_blocked";
    public const string AppAccessToObjectsInContainerBlocked = "app_access_to_objects_in_container_blocked";
    public const string AttachmentCreated = "attachment_created";
    public const string AttachmentDeleted = "attachment_deleted";
    public const string BoardConfigurationChanged = "board_configuration_changed";
    public const string BoardCreated = "board_created";
    public const string BoardDeleted = "board_deleted";
    public const string BoardUpdated = "board_updated";
    public const string CommentCreated = "comment_created";
    public const string CommentDeleted = "comment_deleted";
    public const string CommentUpdated = "comment_updated";
    public const string FilterCreated = "filter_created";
    public const string FilterDeleted = "filter_deleted";
    public const string FilterUpdated = "filter_updated";
    public const string IssuePropertyDeleted = "issue_property_deleted";
    public const string IssuePropertySet = "issue_property_set";
    public const string IssuelinkCreated = "issuelink_created";
    public const string IssuelinkDeleted = "issuelink_deleted";
    public const string IssuetypeCreated = "issuetype_created";
    public const string IssuetypeDeleted = "issuetype_deleted";
    public const string IssuetypeUpdated = "issuetype_updated";
    public const string JiraIssueCreated = "jira:issue_created";
    public const string JiraIssueDeleted = "jira:issue_deleted";
    public const string JiraIssueUpdated = "jira:issue_updated";
    public const string JiraVersionCreated = "jira:version_created";
    public const string JiraVersionDeleted = "jira:version_deleted";
    public const string JiraVersionMerged = "jira:version_merged";
    public const string JiraVersionMoved = "jira:version_moved";
    public const string JiraVersionReleased = "jira:version_released";
    public const string JiraVersionUnreleased = "jira:version_unreleased";
    public const string JiraVersionUpdated = "jira:version_updated";
    public const string JiraWorklogUpdated = "jira:worklog_updated";
    public const string JiraExpressionEvaluationFailed = "jira_expression_evaluation_failed";
    public const string OptionIssuelinksChanged = "option_issuelinks_changed";
    public const string OptionSubtasksChanged = "option_subtasks_changed";
    public const string OptionTimetrackingChanged = "option_timetracking_changed";
    public const string OptionTimetrackingProviderChanged = "option_timetracking_provider_changed";
    public const string OptionUnassignedIssuesChanged = "option_unassigned_issues_changed";
    public const string OptionVotingChanged = "option_voting_changed";
    public const string OptionWatchingChanged = "option_watching_changed";
    public const string ProjectArchived = "project_archived";
    public const string ProjectCreated = "project_created";
    public const string ProjectDeleted = "project_deleted";
    public const string ProjectRestoredArchived = "project_restored_archived";
    public const string ProjectRestoredDeleted = "project_restored_deleted";
    public const string ProjectSoftDeleted = "project_soft_deleted";
    public const string ProjectUpdated = "project_updated";
    public const string SprintClosed = "sprint_closed";
    public const string SprintCreated = "sprint_created";
    public const string SprintDeleted = "sprint_deleted";
    public const string SprintStarted = "sprint_started";
    public const string SprintUpdated = "sprint_updated";
    public const string UserCreated = "user_created";
    public const string UserDeleted = "user_deleted";
    public const string UserUpdated = "user_updated";
    public const string WorklogCreated = "worklog_created";
    public const string WorklogDeleted = "worklog_deleted";
    public const string WorklogUpdated = "worklog_updated";
#pragma warning restore CS1591
}
