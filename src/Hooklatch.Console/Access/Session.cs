namespace Hooklatch.Console.Access;

/// <summary>That somebody has signed in by a browser.</summary>
/// <param name="Token">With which token.</param>
/// <param name="Id">Its number, at random.</param>
/// <param name="Until">When it ends.</param>
internal sealed record Session(KnownToken Token, Guid Id, DateTimeOffset Until);
