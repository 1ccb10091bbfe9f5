using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Verification;

/// <summary>Where a provider names the event: one of the places, where JSON and a form are one, and perhaps what happened to its subject.</summary>
internal sealed record EventModel(string? Header, string? Query, JsonValueModel? Path, string? Field, JsonValueModel? ActionPath);
