namespace Hooklatch.Console.Bodies;

/// <summary>A part of a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Behind its last character.</param>
internal readonly record struct TextRange(int Start, int End);
