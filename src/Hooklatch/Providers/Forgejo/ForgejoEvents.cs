namespace Hooklatch.Providers;

/// <summary>
/// The names of Forgejo's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: codeberg.org/forgejo/forgejo, modules/webhook/type.go; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class ForgejoEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string ActionRunFailure = "action_run_failure";
    public const string ActionRunRecover = "action_run_recover";
    public const string ActionRunSuccess = "action_run_success";
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
    public const string Wiki = "wiki";
#pragma warning restore CS1591
}
