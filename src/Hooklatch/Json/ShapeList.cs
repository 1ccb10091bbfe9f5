namespace Hooklatch.Json;

/// <summary>What of every element of an array is asked for: a row of places for each, with a lane for each value.</summary>
/// <param name="number">The list's number in the walk over the document; -1 for a list within the elements of another.</param>
/// <param name="element">The position of every element.</param>
internal sealed class ShapeList(int number, ShapeNode element)
{
    private readonly List<int> _values = [];

    public int Number => number;

    public ShapeNode Element => element;

    public ShapeSlot[] Lanes { get; private set; } = [];

    /// <summary>The lane of a value, which all alternatives of its path share.</summary>
    public int LaneOf(int value)
    {
        if (_values.IndexOf(value) is >= 0 and var known)
        {
            return known;
        }

        _values.Add(value);
        Lanes = [.. Lanes, new ShapeSlot()];
        return Lanes.Length - 1;
    }
}
