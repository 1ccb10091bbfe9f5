using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Verification;

/// <summary>Where a provider names the delivery: one of the places.</summary>
/// <param name="IdentifiesDuplicates">
/// Whether the same id is a copy, whatever else differs: the signature covers it, whichever scheme holds, and no other delivery carries it.
/// </param>
internal sealed record DeliveryIdModel(string? Header, JsonValueModel? Path, bool IdentifiesDuplicates);
