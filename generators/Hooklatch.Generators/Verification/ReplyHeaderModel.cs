namespace Hooklatch.Generators.Verification;

/// <summary>A header of every answer.</summary>
/// <param name="Name">The header.</param>
/// <param name="Value">Its value; empty where <paramref name="ValuePath"/> leads to it.</param>
/// <param name="ValuePath">Where the value is in the configuration; <see langword="null"/> where it is fixed.</param>
internal sealed record ReplyHeaderModel(string Name, string Value, string? ValuePath);
