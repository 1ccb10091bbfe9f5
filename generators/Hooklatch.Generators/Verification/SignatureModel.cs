using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>The rules of a scheme, of which one or all must hold.</summary>
internal sealed record SignatureModel
{
    public required EquatableArray<RuleModel> Rules { get; init; }

    public required bool RequiresAll { get; init; }

    /// <summary>Headers with a fixed value: name and value in turn.</summary>
    public required EquatableArray<string> RequiredHeaders { get; init; }

    /// <summary>How the plugin's source of tenants' secrets is built.</summary>
    public required SecretSourceModel? SecretSource { get; init; }
}
