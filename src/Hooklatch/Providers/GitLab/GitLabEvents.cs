namespace Hooklatch.Providers;

/// <summary>
/// The names of GitLab's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: docs.gitlab.com/user/project/integrations/webhook_events, and docs.gitlab.com/administration/system_hooks; as of 2026-11-29.
/// A name that is newer is added with <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class GitLabEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string ConfidentialIssueHook = "Confidential Issue Hook";
    public const string ConfidentialNoteHook = "Confidential Note Hook";
    public const string DeploymentHook = "Deployment Hook";
    public const string EmojiHook = "Emoji Hook";
    public const string FeatureFlagHook = "Feature Flag Hook";
    public const string IssueHook = "Issue Hook";
    public const string JobHook = "Job Hook";
    public const string MemberHook = "Member Hook";
    public const string MergeRequestHook = "Merge Request Hook";
    public const string MilestoneHook = "Milestone Hook";
    public const string NoteHook = "Note Hook";
    public const string PipelineHook = "Pipeline Hook";
    public const string ProjectHook = "Project Hook";
    public const string PushHook = "Push Hook";
    public const string ReleaseHook = "Release Hook";
    public const string ResourceAccessTokenHook = "Resource Access Token Hook";
    public const string ResourceDeployTokenHook = "Resource Deploy Token Hook";
    public const string ServiceHook = "Service Hook";
    public const string SubgroupHook = "Subgroup Hook";
    public const string SystemHook = "System Hook";
    public const string TagPushHook = "Tag Push Hook";
    public const string VulnerabilityHook = "Vulnerability Hook";
    public const string WikiPageHook = "Wiki Page Hook";
#pragma warning restore CS1591
}
