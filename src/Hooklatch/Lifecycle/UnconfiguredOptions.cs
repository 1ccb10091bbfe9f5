namespace Hooklatch.Lifecycle;

/// <summary>Options that a plugin's generated code asks for and nothing configures.</summary>
/// <param name="Type">The type of the options.</param>
/// <param name="Users">The author's classes and methods that take them.</param>
internal sealed record UnconfiguredOptions(Type Type, string Users);
