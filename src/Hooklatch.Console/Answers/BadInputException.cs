namespace Hooklatch.Console.Answers;

/// <summary>A request says something that cannot be used; its sender is told what, with 400.</summary>
/// <param name="message">What is wrong, naming the parameter.</param>
internal sealed class BadInputException(string message) : Exception(message);
