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
    /// <param name="reader">A reader on the array's first token, or on the last token of an element.</param>
    /// <returns>False at the end of the array.</returns>
    public bool Next(ref Utf8JsonReader reader)
    {
        if (!_inside && reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        _inside = true;
        _count++;
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }
}
