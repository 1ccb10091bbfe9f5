namespace Hooklatch.Providers;

/// <summary>
/// The names of Bitbucket Data Center's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: confluence.atlassian.com/bitbucketserver/event-payload-938025882.html; as of 2026-11-29. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// <para>The list was gathered from public code and documentation, and was not compared with that page name by name.</para>
/// </remarks>
public static class BitbucketServerEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string DiagnosticsPing = "diagnostics:ping";
    public const string MirrorRepoSynchronized = "mirror:repo_synchronized";
    public const string PrCommentAdded = "pr:comment:added";
    public const string PrCommentDeleted = "pr:comment:deleted";
    public const string PrCommentEdited = "pr:comment:edited";
    public const string PrDeclined = "pr:declined";
    public const string PrDeleted = "pr:deleted";
    public const string PrFromRefUpdated = "pr:from_ref_updated";
    public const string PrMerged = "pr:merged";
    public const string PrModified = "pr:modified";
    public const string PrOpened = "pr:opened";
    public const string PrReviewerApproved = "pr:reviewer:approved";
    public const string PrReviewerChangesRequested = "pr:reviewer:changes_requested";
    public const string PrReviewerNeedsWork = "pr:reviewer:needs_work";
    public const string PrReviewerUnapproved = "pr:reviewer:unapproved";
    public const string PrReviewerUpdated = "pr:reviewer:updated";
    public const string PrToRefUpdated = "pr:to_ref_updated";
    public const string ProjModified = "proj:modified";
    public const string RepoCommentAdded = "repo:comment:added";
    public const string RepoCommentDeleted = "repo:comment:deleted";
    public const string RepoCommentEdited = "repo:comment:edited";
    public const string RepoForked = "repo:forked";
    public const string RepoModified = "repo:modified";
    public const string RepoRefsChanged = "repo:refs_changed";
    public const string RepoSecretDetected = "repo:secret_detected";
#pragma warning restore CS1591
}
