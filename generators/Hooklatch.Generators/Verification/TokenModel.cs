namespace Hooklatch.Generators.Verification;

/// <summary>A token that a sender repeats with every request, in a header or in the query.</summary>
internal sealed record TokenModel(string Secret, string? Header, string? Query, string Prefix, bool IsBase64 = false);
