namespace Hooklatch.Signing.Text;

/// <summary>A header of fields, such as <c>t=1700000000,v1=5257a8…,v1=9f01c2…</c>. Spaces around a field do not count.</summary>
internal static class StructuredHeader
{
    /// <summary>
    /// The most items that are read. A sender has a time, and a signature per secret; anyone can send 30 KB of separators, which would be read once
    /// for each field that is looked for.
    /// </summary>
    public const int MaxItems = 64;

    /// <summary>Whether a header has more items than are read. It is counted before it is divided.</summary>
    public static bool HasTooManyItems(ReadOnlySpan<char> header, char separator) => header.Count(separator) >= MaxItems;

    /// <summary>The value of an item if it is the field; the name is compared exactly.</summary>
    public static bool TryGetValue(ReadOnlySpan<char> item, char separator, string field, out ReadOnlySpan<char> value)
    {
        item = item.Trim(' ');
        var isField = item.Length > field.Length && item[field.Length] == separator && item.StartsWith(field, StringComparison.Ordinal);
        value = isField ? item[(field.Length + 1)..] : default;
        return isField;
    }

    /// <summary>Finds a field that must stand exactly once. In a header of too many items, none is taken.</summary>
    public static HeaderCount Find(
        ReadOnlySpan<char> header,
        char itemSeparator,
        char fieldSeparator,
        string field,
        out ReadOnlySpan<char> value
    )
    {
        value = default;
        if (HasTooManyItems(header, itemSeparator))
        {
            return HeaderCount.Several;
        }

        var count = 0;
        foreach (var range in header.Split(itemSeparator))
        {
            if (TryGetValue(header[range], fieldSeparator, field, out var found))
            {
                value = found;
                count++;
            }
        }

        return count switch
        {
            0 => HeaderCount.None,
            1 => HeaderCount.One,
            _ => HeaderCount.Several,
        };
    }
}
