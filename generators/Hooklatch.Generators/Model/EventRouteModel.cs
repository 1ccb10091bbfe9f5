namespace Hooklatch.Generators.Model;

/// <summary>A handler and the events that it takes.</summary>
internal sealed record EventRouteModel(string ClassName, EquatableArray<string> Events);
