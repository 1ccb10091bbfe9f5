namespace Hooklatch.Generators.FromJson;

/// <summary>A parameter that is bound to a path of the payload.</summary>
/// <param name="Name">The parameter's name, not escaped.</param>
/// <param name="Path">The path.</param>
/// <param name="Target">The parameter's type.</param>
/// <param name="Default">A C# expression for the default value, or null if there is none.</param>
internal sealed record JsonValueModel(string Name, JsonPath Path, JsonTargetModel Target, string? Default);
