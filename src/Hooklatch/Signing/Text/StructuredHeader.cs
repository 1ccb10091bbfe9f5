namespace Hooklatch.Signing.Text;

/// <summary>A header of fields, such as <c>t=1700000000,v1=5257a8…,v1=9f01c2…</c>. Spaces around a field do not count.</summary>
internal static class StructuredHeader
{
    /// <summary>The value of an item if it is the field; the name is compared exactly.</summary>
    public static bool TryGetValue(ReadOnlySpan<char> item, char separator, string field, out ReadOnlySpan<char> value)
    {
        item = item.Trim(' ');
        var isField = item.Length > field.Length && item[field.Length] == separator && item.StartsWith(field, StringComparison.Ordinal);
        value = isField ? item[(field.Length + 1)..] : default;
        return isField;
    }

    /// <summary>Finds a field that must stand exactly once.</summary>
    public static HeaderCount Find(
        ReadOnlySpan<char> header,
        char itemSeparator,
        char fieldSeparator,
        string field,
        out ReadOnlySpan<char> value
    )
    {
        value = default;
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
