using System.ComponentModel;
using System.Text.Json;

namespace Hooklatch.Binding.Json;

/// <summary>Walks the elements of one array. A value of another shape has none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonItems
{
    private int _count;
    private bool _inside;

    /// <summary>The current element's index.</summary>
    public readonly int Index => _count - 1;

    /// <summary>Moves to the first token of the next element.</summary>
    /// <param name="cursor">On the array's first token, or on the last token of an element.</param>
    /// <returns>False at the end of the array.</returns>
    public bool Next(ref JsonCursor cursor)
    {
        if (!_inside && cursor.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        _inside = true;
        _count++;
        cursor.Read();
        return cursor.TokenType is not (JsonTokenType.EndArray or JsonTokenType.None);
    }
}
