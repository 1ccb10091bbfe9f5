using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Verification;

/// <summary>A value of the body: at a path of JSON, in a field of a form, or in either, as the media type says.</summary>
/// <param name="Path">The path; <see langword="null"/> where only a form has the value.</param>
/// <param name="Field">The field; <see langword="null"/> where only JSON has the value.</param>
internal sealed record BodyValueModel(JsonValueModel? Path, string? Field);
