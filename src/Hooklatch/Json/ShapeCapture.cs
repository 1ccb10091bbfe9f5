namespace Hooklatch.Json;

/// <summary>A value that stands at a position.</summary>
/// <param name="Slot">The value's number, or its lane within the row of an element.</param>
/// <param name="Alternative">Which alternative of its path leads here.</param>
internal readonly record struct ShapeCapture(int Slot, int Alternative);
