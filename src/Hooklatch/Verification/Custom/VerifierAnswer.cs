namespace Hooklatch.Verification.Custom;

/// <summary>An answer that a verifier writes: 200 with a body.</summary>
/// <param name="ContentType">The media type.</param>
/// <param name="Body">The body.</param>
public sealed record VerifierAnswer(string ContentType, ReadOnlyMemory<byte> Body);
