using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>From where an endpoint accepts deliveries.</summary>
/// <param name="ConfigPath">Where more networks are in the plugin's configuration.</param>
/// <param name="Networks">The declared ones.</param>
internal sealed record AddressModel(string? ConfigPath, EquatableArray<string> Networks);
