namespace Hooklatch.Generators.Verification;

/// <summary>A token that a sender repeats with every request, in a header or in the query.</summary>
/// <param name="Secret">The path of the token; <see langword="null"/> where a source knows those of tenants.</param>
/// <param name="Header">The header that carries it.</param>
/// <param name="Query">The query parameter that carries it.</param>
/// <param name="Prefix">What stands before it.</param>
/// <param name="IsBase64">Whether what is sent is base64 of it.</param>
/// <param name="SecretSource">What knows the tokens of tenants.</param>
internal sealed record TokenModel(
    string? Secret,
    string? Header,
    string? Query,
    string Prefix,
    bool IsBase64 = false,
    SecretSourceModel? SecretSource = null
);
