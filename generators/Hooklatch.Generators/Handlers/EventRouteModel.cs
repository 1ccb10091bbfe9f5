using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>A handler and the events that it takes.</summary>
/// <param name="Handler">The generated method that makes the handler.</param>
/// <param name="Target">The author's method, for people.</param>
/// <param name="Events">The events.</param>
internal sealed record EventRouteModel(string Handler, string Target, EquatableArray<string> Events);
