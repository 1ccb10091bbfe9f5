namespace Hooklatch.Json;

/// <summary>A property that leads to a value.</summary>
/// <param name="Name">The name in UTF-8.</param>
/// <param name="Node">What stands there.</param>
internal readonly record struct ShapeMember(byte[] Name, ShapeNode Node);
