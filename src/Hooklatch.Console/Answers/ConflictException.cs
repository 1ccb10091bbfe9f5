namespace Hooklatch.Console.Answers;

/// <summary>A request asks for what the state of things does not allow now; its sender is told why, with 409.</summary>
/// <param name="message">Why not, and what to do.</param>
internal sealed class ConflictException(string message) : Exception(message);
