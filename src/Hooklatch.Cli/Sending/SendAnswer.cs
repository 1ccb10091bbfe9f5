namespace Hooklatch.Cli.Sending;

/// <summary>What came of a request.</summary>
/// <param name="Status">The status; <see langword="null"/> where there was no answer.</param>
/// <param name="Text">The beginning of the answer.</param>
/// <param name="Elapsed">How long it took.</param>
/// <param name="Error">Why there was no answer.</param>
internal sealed record SendAnswer(int? Status, string Text, TimeSpan Elapsed, string? Error);
