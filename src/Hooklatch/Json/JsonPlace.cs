using System.ComponentModel;

namespace Hooklatch.Json;

/// <summary>Where a value stands in its document.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct JsonPlace
{
    private JsonPlace(int start, int end, ShapeList? list, int lane) => (Start, End, List, Lane) = (start, end, list, lane);

    /// <summary>Whether the document has the value, and not <c>null</c>.</summary>
    internal bool IsPresent => End != 0;

    /// <summary>The value's first byte.</summary>
    internal int Start { get; }

    /// <summary>Behind the value, or, of an object or array that the walk went into, behind its first byte.</summary>
    internal int End { get; }

    /// <summary>What of the array's elements is asked for; <see langword="null"/> for the elements as they are.</summary>
    internal ShapeList? List { get; }

    /// <summary>Which of the list's places is this value's.</summary>
    internal int Lane { get; }

    internal static JsonPlace Of(in JsonCursor cursor) => cursor.HasValue ? new(cursor.Start, cursor.End, null, 0) : default;

    internal static JsonPlace Of(in FoundPlace found, ShapeSlot slot)
    {
        if (found.Rank == 0)
        {
            return default;
        }

        var (list, lane) = slot.ListOf(found.Alternative);
        return new(found.Start, found.End, list, lane);
    }
}
