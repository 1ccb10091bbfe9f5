namespace Hooklatch.Providers;

/// <summary>
/// The names of Bitbucket Cloud's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: support.atlassian.com/bitbucket-cloud/docs/event-payloads; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class BitbucketEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string IssueCommentCreated = "issue:comment_created";
    public const string IssueCommentUpdated = "issue:comment_updated";
    public const string IssueCreated = "issue:created";
    public const string IssueUpdated = "issue:updated";
    public const string ProjectUpdated = "project:updated";
    public const string PullrequestApproved = "pullrequest:approved";
    public const string PullrequestChangesRequestCreated = "pullrequest:changes_request_created";
    public const string PullrequestChangesRequestRemoved = "pullrequest:changes_request_removed";
    public const string PullrequestCommentCreated = "pullrequest:comment_created";
    public const string PullrequestCommentDeleted = "pullrequest:comment_deleted";
    public const string PullrequestCommentReopened = "pullrequest:comment_reopened";
    public const string PullrequestCommentResolved = "pullrequest:comment_resolved";
    public const string PullrequestCommentUpdated = "pullrequest:comment_updated";
    public const string PullrequestCreated = "pullrequest:created";
    public const string PullrequestFulfilled = "pullrequest:fulfilled";
    public const string PullrequestRejected = "pullrequest:rejected";
    public const string PullrequestUnapproved = "pullrequest:unapproved";
    public const string PullrequestUpdated = "pullrequest:updated";
    public const string RepoCommitCommentCreated = "repo:commit_comment_created";
    public const string RepoCommitStatusCreated = "repo:commit_status_created";
    public const string RepoCommitStatusUpdated = "repo:commit_status_updated";
    public const string RepoCreated = "repo:created";
    public const string RepoDeleted = "repo:deleted";
    public const string RepoFork = "repo:fork";
    public const string RepoImported = "repo:imported";
    public const string RepoPush = "repo:push";
    public const string RepoTransfer = "repo:transfer";
    public const string RepoUpdated = "repo:updated";
#pragma warning restore CS1591
}
