using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>The names that more than one declaration would get, in upper case.</summary>
/// <param name="Ids">Of handlers and of configurations.</param>
/// <param name="FileClasses">Of classes that hold handlers.</param>
internal sealed record NameCollisions(EquatableArray<string> Ids, EquatableArray<string> FileClasses);
