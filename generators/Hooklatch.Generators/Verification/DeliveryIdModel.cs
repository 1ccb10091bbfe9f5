using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Verification;

/// <summary>Where a provider names the delivery: one of the places.</summary>
/// <param name="IsSigned">Whether the signature covers the id, whichever scheme holds.</param>
/// <param name="IsShared">Whether several deliveries may carry one id.</param>
internal sealed record DeliveryIdModel(string? Header, JsonValueModel? Path, bool IsSigned, bool IsShared);
