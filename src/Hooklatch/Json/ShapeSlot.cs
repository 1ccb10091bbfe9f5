namespace Hooklatch.Json;

/// <summary>A place that a value is found at, and what of its elements is asked for by each alternative of its path.</summary>
internal sealed class ShapeSlot
{
    private readonly List<(int Alternative, ShapeList List, int Lane)> _lists = [];

    /// <summary>Notes that an alternative of the path goes on within the elements.</summary>
    public void Add(int alternative, ShapeList list, int lane) => _lists.Add((alternative, list, lane));

    public (ShapeList? List, int Lane) ListOf(int alternative)
    {
        foreach (var (known, list, lane) in _lists)
        {
            if (known == alternative)
            {
                return (list, lane);
            }
        }

        return default;
    }
}
