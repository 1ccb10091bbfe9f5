namespace Hooklatch.Json;

/// <summary>A single element that leads to a value.</summary>
/// <param name="Index">The element's index.</param>
/// <param name="Node">What stands there.</param>
internal readonly record struct ShapeItem(int Index, ShapeNode Node);
