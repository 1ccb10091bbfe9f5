using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>A handler and the events that it takes.</summary>
internal sealed record EventRouteModel(string ClassName, EquatableArray<string> Events);
