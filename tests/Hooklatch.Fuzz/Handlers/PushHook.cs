namespace Hooklatch.Fuzz.Handlers;

/// <summary>Takes of a payload what a handler of pushes would, and one value of each kind of path.</summary>
internal static class PushHook
{
    [Webhook("/push", Methods = ["POST"])]
    [Unverified("Fuzzed, never served.")]
    public static Task<Push> OnPush(
        [FromJson("ref")] string @ref,
        [FromJson("repository.full_name")] string? repository,
        [FromJson("repository.id")] long? repositoryId,
        [FromJson("head_commit.timestamp|commits[0].timestamp")] DateTimeOffset? pushedAt,
        [FromJson("commits[0].author.name")] string? firstAuthor,
        [FromJson("commits[*].message")] string[] messages,
        [FromJson("commits[*].added[*]")] string[][] added,
        [FromJson("forced")] bool forced = false
    ) => Task.FromResult(new Push(@ref, repository, repositoryId, forced, pushedAt, firstAuthor, messages, added));
}
