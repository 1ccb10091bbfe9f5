using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Verification;

/// <summary>Where a provider names the delivery: one of the places, where JSON and a form are one.</summary>
/// <param name="IdentifiesDuplicates">
/// Whether the same id is a copy, whatever else differs: the signature covers it, whichever scheme holds, and no other delivery carries it.
/// </param>
internal sealed record DeliveryIdModel(string? Header, JsonValueModel? Path, string? Field, bool IdentifiesDuplicates);
