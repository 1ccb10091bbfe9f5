namespace Hooklatch.Providers;

/// <summary>
/// The names of Slack's events, for <see cref="OnEventAttribute"/>. A message names no kind of channel: <c>message.channels</c> and its
/// neighbours are the names of subscriptions, and arrive as <c>message</c>.
/// </summary>
/// <remarks>
/// Source: docs.slack.dev/reference/events, as github.com/slackapi/java-slack-sdk has it in com.slack.api.model.event, and
/// docs.slack.dev, "Interaction payloads"; as of 2026-08-07. A name that is newer is added with <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class SlackEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string AppDeleted = "app_deleted";
    public const string AppHomeOpened = "app_home_opened";
    public const string AppInstalled = "app_installed";
    public const string AppMention = "app_mention";
    public const string AppRateLimited = "app_rate_limited";
    public const string AppRequested = "app_requested";
    public const string AppUninstalled = "app_uninstalled";
    public const string AppUninstalledTeam = "app_uninstalled_team";
    public const string AssistantThreadContextChanged = "assistant_thread_context_changed";
    public const string AssistantThreadStarted = "assistant_thread_started";
    public const string BlockActions = "block_actions";
    public const string BlockSuggestion = "block_suggestion";
    public const string CallRejected = "call_rejected";
    public const string ChannelArchive = "channel_archive";
    public const string ChannelCreated = "channel_created";
    public const string ChannelDeleted = "channel_deleted";
    public const string ChannelHistoryChanged = "channel_history_changed";
    public const string ChannelIdChanged = "channel_id_changed";
    public const string ChannelLeft = "channel_left";
    public const string ChannelRename = "channel_rename";
    public const string ChannelShared = "channel_shared";
    public const string ChannelUnarchive = "channel_unarchive";
    public const string ChannelUnshared = "channel_unshared";
    public const string DialogCancellation = "dialog_cancellation";
    public const string DialogSubmission = "dialog_submission";
    public const string DialogSuggestion = "dialog_suggestion";
    public const string DndUpdated = "dnd_updated";
    public const string DndUpdatedUser = "dnd_updated_user";
    public const string EmailDomainChanged = "email_domain_changed";
    public const string EmojiChanged = "emoji_changed";
    public const string EntityDetailsRequested = "entity_details_requested";
    public const string FileChange = "file_change";
    public const string FileCommentAdded = "file_comment_added";
    public const string FileCommentDeleted = "file_comment_deleted";
    public const string FileCommentEdited = "file_comment_edited";
    public const string FileCreated = "file_created";
    public const string FileDeleted = "file_deleted";
    public const string FilePublic = "file_public";
    public const string FileShared = "file_shared";
    public const string FileUnshared = "file_unshared";
    public const string FunctionExecuted = "function_executed";
    public const string GridMigrationFinished = "grid_migration_finished";
    public const string GridMigrationStarted = "grid_migration_started";
    public const string GroupArchive = "group_archive";
    public const string GroupClose = "group_close";
    public const string GroupDeleted = "group_deleted";
    public const string GroupHistoryChanged = "group_history_changed";
    public const string GroupLeft = "group_left";
    public const string GroupOpen = "group_open";
    public const string GroupRename = "group_rename";
    public const string GroupUnarchive = "group_unarchive";
    public const string ImClose = "im_close";
    public const string ImCreated = "im_created";
    public const string ImHistoryChanged = "im_history_changed";
    public const string ImOpen = "im_open";
    public const string InteractiveMessage = "interactive_message";
    public const string InviteRequested = "invite_requested";
    public const string LinkShared = "link_shared";
    public const string MemberJoinedChannel = "member_joined_channel";
    public const string MemberLeftChannel = "member_left_channel";
    public const string Message = "message";
    public const string MessageAction = "message_action";
    public const string MessageMetadataDeleted = "message_metadata_deleted";
    public const string MessageMetadataPosted = "message_metadata_posted";
    public const string MessageMetadataUpdated = "message_metadata_updated";
    public const string PinAdded = "pin_added";
    public const string PinRemoved = "pin_removed";
    public const string ReactionAdded = "reaction_added";
    public const string ReactionRemoved = "reaction_removed";
    public const string ResourcesAdded = "resources_added";
    public const string ResourcesRemoved = "resources_removed";
    public const string ScopeDenied = "scope_denied";
    public const string ScopeGranted = "scope_granted";
    public const string SharedChannelInviteAccepted = "shared_channel_invite_accepted";
    public const string SharedChannelInviteApproved = "shared_channel_invite_approved";
    public const string SharedChannelInviteDeclined = "shared_channel_invite_declined";
    public const string SharedChannelInviteReceived = "shared_channel_invite_received";
    public const string SharedChannelInviteRequested = "shared_channel_invite_requested";
    public const string Shortcut = "shortcut";
    public const string StarAdded = "star_added";
    public const string StarRemoved = "star_removed";
    public const string SubteamCreated = "subteam_created";
    public const string SubteamMembersChanged = "subteam_members_changed";
    public const string SubteamSelfAdded = "subteam_self_added";
    public const string SubteamSelfRemoved = "subteam_self_removed";
    public const string SubteamUpdated = "subteam_updated";
    public const string TeamAccessGranted = "team_access_granted";
    public const string TeamAccessRevoked = "team_access_revoked";
    public const string TeamDomainChange = "team_domain_change";
    public const string TeamJoin = "team_join";
    public const string TeamRename = "team_rename";
    public const string TokensRevoked = "tokens_revoked";
    public const string UrlVerification = "url_verification";
    public const string UserChange = "user_change";
    public const string UserHuddleChanged = "user_huddle_changed";
    public const string UserProfileChanged = "user_profile_changed";
    public const string UserResourceDenied = "user_resource_denied";
    public const string UserResourceGranted = "user_resource_granted";
    public const string UserResourceRemoved = "user_resource_removed";
    public const string UserStatusChanged = "user_status_changed";
    public const string ViewClosed = "view_closed";
    public const string ViewSubmission = "view_submission";
    public const string WorkflowDeleted = "workflow_deleted";
    public const string WorkflowPublished = "workflow_published";
    public const string WorkflowStepDeleted = "workflow_step_deleted";
    public const string WorkflowStepEdit = "workflow_step_edit";
    public const string WorkflowStepExecute = "workflow_step_execute";
    public const string WorkflowUnpublished = "workflow_unpublished";
#pragma warning restore CS1591
}
