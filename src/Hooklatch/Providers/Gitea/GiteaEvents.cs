namespace Hooklatch.Providers;

/// <summary>
/// The names of Gitea's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/go-gitea/gitea, modules/webhook/type.go; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class GiteaEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string Create = "create";
    public const string Delete = "delete";
    public const string Fork = "fork";
    public const string IssueComment = "issue_comment";
    public const string Issues = "issues";
    public const string Package = "package";
    public const string PullRequest = "pull_request";
    public const string PullRequestApproved = "pull_request_approved";
    public const string PullRequestComment = "pull_request_comment";
    public const string PullRequestRejected = "pull_request_rejected";
    public const string Push = "push";
    public const string Release = "release";
    public const string Repository = "repository";
    public const string Status = "status";
    public const string Wiki = "wiki";
    public const string WorkflowJob = "workflow_job";
    public const string WorkflowRun = "workflow_run";
#pragma warning restore CS1591
}
