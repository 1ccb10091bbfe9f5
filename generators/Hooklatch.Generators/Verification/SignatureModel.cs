using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>The schemes of a signature attribute, of which one or all must hold.</summary>
internal sealed record SignatureModel
{
    public required EquatableArray<SchemeModel> Schemes { get; init; }

    public required bool RequiresAll { get; init; }

    /// <summary>Headers with a fixed value: name and value in turn.</summary>
    public required EquatableArray<string> RequiredHeaders { get; init; }

    /// <summary>How the plugin's source of tenants' secrets is built.</summary>
    public required SecretSourceModel? SecretSource { get; init; }
}
