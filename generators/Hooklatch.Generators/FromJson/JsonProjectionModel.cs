using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>Everything that one handler takes from its JSON payload.</summary>
internal sealed record JsonProjectionModel(EquatableArray<JsonValueModel> Values);
