namespace Hooklatch;

/// <summary>A source of the configuration that could not be read when it changed.</summary>
/// <param name="Source">The path of the file or directory.</param>
/// <param name="Since">When it could not be read for the first time since it was read last.</param>
/// <param name="Reason">Why, without anything that it holds: <c>it is not valid JSON: line 7, position 12</c>.</param>
public sealed record StaleConfiguration(string Source, DateTimeOffset Since, string Reason);
