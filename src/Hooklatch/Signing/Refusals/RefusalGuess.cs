namespace Hooklatch.Signing.Refusals;

/// <summary>A guess at why a delivery was refused.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Text">The same as a sentence for people, with what to do about it.</param>
public sealed record RefusalGuess(RefusalCause Cause, string Text);
