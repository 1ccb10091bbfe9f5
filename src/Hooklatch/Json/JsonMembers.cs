using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>Walks the properties of one object and notices those that are repeated. A value of another shape has none.</summary>
/// <param name="lengths">
/// A bit for the length in UTF-8 of each name that is asked for, the highest for 63 and more. Names of other lengths are passed over.
/// </param>
internal struct JsonMembers(ulong lengths)
{
    private const int MaxNameLength = 63;

    private bool _inside;
    private ulong _seen;
    private HashSet<int>? _seenBeyond;

    /// <summary>The bit for a name of so many bytes.</summary>
    public static ulong LengthBit(int length) => 1UL << Math.Min(length, MaxNameLength);

    public static bool Has(ulong lengths, int length) => ((lengths >> Math.Min(length, MaxNameLength)) & 1) != 0;

    /// <summary>Moves to the next property name that may be one of those that are asked for.</summary>
    /// <param name="cursor">On the object's first token, or on the last token of a property's value.</param>
    /// <returns>False at the end of the object.</returns>
    public bool Next(ref JsonCursor cursor)
    {
        if (!_inside && cursor.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        _inside = true;
        cursor.ReadName(lengths);
        return cursor.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Moves from the name of a property to its value, the first time that it occurs.</summary>
    /// <param name="cursor">On the name.</param>
    /// <param name="member">The property's number in this object.</param>
    /// <param name="duplicates">Receives the property if it is repeated.</param>
    /// <param name="path">The path to the property.</param>
    /// <returns>False if the property is repeated.</returns>
    public bool Enter(ref JsonCursor cursor, int member, ref JsonDuplicates duplicates, string path)
    {
        if (IsRepeated(member))
        {
            duplicates.Add(path);
            return false;
        }

        cursor.Read();
        return true;
    }

    private bool IsRepeated(int member)
    {
        if (member >= 64)
        {
            return !(_seenBeyond ??= []).Add(member);
        }

        var before = _seen;
        _seen |= 1UL << member;
        return _seen == before;
    }
}
