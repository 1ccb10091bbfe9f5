namespace Hooklatch.Providers;

/// <summary>
/// The names of Hugging Face's events, for <see cref="OnEventAttribute"/>.
/// </summary>
/// <remarks>
/// Source: huggingface.co/docs/hub/webhooks (github.com/huggingface/hub-docs); as of 2026-08-07. A name that is newer is added with
/// <see cref="KnownEventAttribute"/>.
/// </remarks>
public static class HuggingFaceEvents
{
#pragma warning disable CS1591 // Each is described by its name.
    public const string Discussion = "discussion";
    public const string DiscussionComment = "discussion.comment";
    public const string DiscussionCommentCreate = "discussion.comment.create";
    public const string DiscussionCommentUpdate = "discussion.comment.update";
    public const string DiscussionCreate = "discussion.create";
    public const string DiscussionDelete = "discussion.delete";
    public const string DiscussionUpdate = "discussion.update";
    public const string Repo = "repo";
    public const string RepoConfig = "repo.config";
    public const string RepoConfigUpdate = "repo.config.update";
    public const string RepoContent = "repo.content";
    public const string RepoContentUpdate = "repo.content.update";
    public const string RepoCreate = "repo.create";
    public const string RepoDelete = "repo.delete";
    public const string RepoMove = "repo.move";
    public const string RepoUpdate = "repo.update";
#pragma warning restore CS1591
}
