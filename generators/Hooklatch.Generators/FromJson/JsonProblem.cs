namespace Hooklatch.Generators.FromJson;

/// <summary>Why a parameter cannot be bound.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">A clause that completes a diagnostic's sentence.</param>
/// <param name="Position">Where in the path, from zero; zero if it does not concern the path.</param>
internal sealed record JsonProblem(JsonProblemKind Kind, string Message, int Position = 0);
