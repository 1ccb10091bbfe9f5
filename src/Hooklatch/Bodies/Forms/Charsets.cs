using System.Collections.Frozen;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// The names of the charsets that are decoded: UTF-8 and its subset US-ASCII. They are the names and aliases of IANA's registry
/// (https://www.iana.org/assignments/character-sets/) and the labels of UTF-8 in the Encoding Standard
/// (https://encoding.spec.whatwg.org/#names-and-labels). Names are compared ignoring case.
/// </summary>
internal static class Charsets
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Utf8 = Names(
        "utf-8",
        "utf8",
        "csUTF8",
        "unicode-1-1-utf-8",
        "unicode11utf8",
        "unicode20utf8",
        "x-unicode20utf8"
    );

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Ascii = Names(
        "us-ascii",
        "ascii",
        "us",
        "csASCII",
        "ANSI_X3.4-1968",
        "ANSI_X3.4-1986",
        "iso-ir-6",
        "ISO646-US",
        "ISO_646.irv:1991",
        "IBM367",
        "cp367"
    );

    /// <summary>Whether text of the stated charset reads the same as UTF-8. An unstated charset is UTF-8; of two, neither is believed.</summary>
    public static bool IsReadable(MediaTypeHeaderValue type)
    {
        var name = NameIn(type);
        return IsUnique(type, "charset") && (!type.Charset.HasValue || Utf8.Contains(name) || Ascii.Contains(name));
    }

    /// <inheritdoc cref="IsReadable(MediaTypeHeaderValue)"/>
    public static bool IsReadable(string? contentType) =>
        contentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) is not true
        || BoundedMediaType.TryParse(contentType, out var type) && IsReadable(type);

    /// <summary>
    /// Whether the text is said to be US-ASCII, so that no byte is above 127. The Encoding Standard reads such bytes as windows-1252 under these
    /// names, and the sender may have meant that.
    /// </summary>
    public static bool IsAscii(MediaTypeHeaderValue type) => Ascii.Contains(NameIn(type));

    /// <inheritdoc cref="IsAscii(MediaTypeHeaderValue)"/>
    public static bool IsAscii(string? contentType) =>
        contentType?.Contains("charset", StringComparison.OrdinalIgnoreCase) is true
        && BoundedMediaType.TryParse(contentType, out var type)
        && IsAscii(type);

    /// <summary>Two parsers may choose differently between two parameters of one name.</summary>
    public static bool IsUnique(MediaTypeHeaderValue type, string parameter)
    {
        var count = 0;
        foreach (var candidate in type.Parameters)
        {
            count += candidate.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return count <= 1;
    }

    private static ReadOnlySpan<char> NameIn(MediaTypeHeaderValue type) =>
        type.Charset.HasValue ? HeaderUtilities.RemoveQuotes(type.Charset).AsSpan() : default;

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        names.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
