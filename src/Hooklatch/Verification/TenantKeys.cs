using Hooklatch.Verification.Lookups;

namespace Hooklatch.Verification;

/// <summary>What a plugin's source says of a tenant, as keys.</summary>
/// <param name="Keys">
/// The keys as the endpoint's verifier prepared them: a set per scheme, or the hashes of tokens. Those of a tenant that is not known verify nothing.
/// </param>
/// <param name="IsFound">Whether the tenant is known.</param>
internal readonly record struct TenantKeys(object? Keys, bool IsFound) : ILookupAnswer<TenantKeys>
{
    /// <summary>The source said nothing.</summary>
    public static TenantKeys Unavailable => default;

    public bool IsUnavailable => Keys is null;
}
