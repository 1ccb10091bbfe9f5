using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Model;

/// <summary>Where a provider names the delivery: one of the places.</summary>
/// <param name="IsSigned">Whether the signature covers it, whichever rule holds.</param>
internal sealed record DeliveryIdModel(string? Header, JsonValueModel? Path, bool IsSigned);
