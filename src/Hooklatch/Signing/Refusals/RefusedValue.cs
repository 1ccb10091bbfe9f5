namespace Hooklatch.Signing.Refusals;

/// <summary>A value of the request on which the verification rests. What it is, is never part of it.</summary>
/// <param name="Name">Where it stands: the name of a header, <c>query parameter ts</c>, or <c>value at data.id of the body</c>.</param>
/// <param name="Count">How often it stands in the request: 1 where all is well.</param>
/// <param name="Length">Its length in characters; <see langword="null"/> where it is missing or repeated, or where its name says that it is a secret.</param>
/// <param name="Reading">How it was read and what came of it: <c>hexadecimal after 'sha256=': 32 bytes</c>.</param>
public sealed record RefusedValue(string Name, int Count, int? Length, string Reading);
