using System.ComponentModel;

namespace Hooklatch.Binding.Json;

/// <summary>Whether an array was there, and what was wrong with it or the first of its elements that was wrong.</summary>
/// <param name="IsPresent">Whether there was a value other than <c>null</c>.</param>
/// <param name="Error">What was wrong, or null.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct JsonOutcome(bool IsPresent, string? Error);
