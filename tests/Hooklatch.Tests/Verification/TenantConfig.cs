using System.ComponentModel.DataAnnotations;

namespace Hooklatch.Tests.Verification;

public sealed partial record TenantConfig
{
    [Secret]
    public string? Key { get; init; }

    [Secret]
    public string[] OldKeys { get; init; } = [];

    [StringLength(5)]
    public string? Name { get; init; }
}
