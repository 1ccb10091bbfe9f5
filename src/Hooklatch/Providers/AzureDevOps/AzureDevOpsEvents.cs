namespace Hooklatch.Providers;

/// <summary>
/// The names of Azure DevOps's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: learn.microsoft.com/azure/devops/service-hooks/events; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class AzureDevOpsEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string BuildComplete = "build.complete";
    public const string GitPullrequestCreated = "git.pullrequest.created";
    public const string GitPullrequestMerged = "git.pullrequest.merged";
    public const string GitPullrequestUpdated = "git.pullrequest.updated";
    public const string GitPush = "git.push";
    public const string GitRepoCreated = "git.repo.created";
    public const string GitRepoDeleted = "git.repo.deleted";
    public const string GitRepoForked = "git.repo.forked";
    public const string GitRepoRenamed = "git.repo.renamed";
    public const string GitRepoStatuschanged = "git.repo.statuschanged";
    public const string MessagePosted = "message.posted";
    public const string MsVssCodeGitPullrequestCommentEvent = "ms.vss-code.git-pullrequest-comment-event";
    public const string MsVssPipelinechecksEventsApprovalCompleted = "ms.vss-pipelinechecks-events.approval-completed";
    public const string MsVssPipelinechecksEventsApprovalPending = "ms.vss-pipelinechecks-events.approval-pending";
    public const string MsVssPipelinesJobStateChangedEvent = "ms.vss-pipelines.job-state-changed-event";
    public const string MsVssPipelinesRunStateChangedEvent = "ms.vss-pipelines.run-state-changed-event";
    public const string MsVssPipelinesStageStateChangedEvent = "ms.vss-pipelines.stage-state-changed-event";
    public const string MsVssReleaseDeploymentApprovalCompletedEvent = "ms.vss-release.deployment-approval-completed-event";
    public const string MsVssReleaseDeploymentApprovalPendingEvent = "ms.vss-release.deployment-approval-pending-event";
    public const string MsVssReleaseDeploymentCompletedEvent = "ms.vss-release.deployment-completed-event";
    public const string MsVssReleaseDeploymentStartedEvent = "ms.vss-release.deployment-started-event";
    public const string MsVssReleaseReleaseAbandonedEvent = "ms.vss-release.release-abandoned-event";
    public const string MsVssReleaseReleaseCreatedEvent = "ms.vss-release.release-created-event";
    public const string TfvcCheckin = "tfvc.checkin";
    public const string WorkitemCommented = "workitem.commented";
    public const string WorkitemCreated = "workitem.created";
    public const string WorkitemDeleted = "workitem.deleted";
    public const string WorkitemRestored = "workitem.restored";
    public const string WorkitemUpdated = "workitem.updated";
#pragma warning restore CS1591
}
