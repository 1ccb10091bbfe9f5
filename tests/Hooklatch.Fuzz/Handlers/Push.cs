namespace Hooklatch.Fuzz.Handlers;

/// <summary>What a handler of pushes takes from the payload.</summary>
internal sealed record Push(
    string Ref,
    string? Repository,
    long? RepositoryId,
    bool Forced,
    DateTimeOffset? PushedAt,
    string? FirstAuthor,
    string[] Messages,
    string[][] Added
);
