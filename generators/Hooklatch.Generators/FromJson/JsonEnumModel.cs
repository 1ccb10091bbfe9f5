using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>The names of an enum.</summary>
/// <param name="Type">The enum, fully qualified.</param>
/// <param name="Name">The enum's simple name.</param>
/// <param name="Underlying">The suffix of the reader's method for its numbers, such as <c>Int32</c>.</param>
/// <param name="Names">Every accepted name, each once.</param>
internal sealed record JsonEnumModel(string Type, string Name, string Underlying, EquatableArray<JsonEnumName> Names);
