namespace Hooklatch.Providers;

/// <summary>
/// The names of Gogs's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: github.com/gogs/gogs, internal/database/webhook.go; as of 2026-08-07. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class GogsEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string Create = "create";
    public const string Delete = "delete";
    public const string Fork = "fork";
    public const string IssueComment = "issue_comment";
    public const string Issues = "issues";
    public const string PullRequest = "pull_request";
    public const string Push = "push";
    public const string Release = "release";
#pragma warning restore CS1591
}
