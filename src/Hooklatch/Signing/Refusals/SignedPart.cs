namespace Hooklatch.Signing.Refusals;

/// <summary>One part of the signed text, in its order.</summary>
/// <param name="Name">What it is: <c>body</c>, the name of a header, or a literal of the template in quotes.</param>
/// <param name="Length">Its length in bytes; <see langword="null"/> for a part that is or may hold a secret.</param>
/// <param name="Sha256">
/// The SHA-256 of its bytes in lower-case hexadecimal; <see langword="null"/> for a part that is or may hold a secret, and for one of more than 8 MiB.
/// </param>
public sealed record SignedPart(string Name, long? Length, string? Sha256);
