namespace Hooklatch.Generators.Handlers;

/// <summary>What names a handler and its class, before names are resolved.</summary>
/// <param name="Id">The handler's name.</param>
/// <param name="FileClass">The generated class.</param>
/// <param name="ClassTarget">The author's class.</param>
internal sealed record HandlerName(string Id, string FileClass, string ClassTarget);
