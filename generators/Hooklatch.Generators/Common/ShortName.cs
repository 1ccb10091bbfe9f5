using System.Globalization;
using System.Text;

namespace Hooklatch.Generators.Common;

/// <summary>
/// Keeps names so short that files can have them: most file systems take 255 bytes, and the names of nested classes are joined. A longer name ends in what
/// depends on all of it.
/// </summary>
internal static class ShortName
{
    /// <summary>In bytes of UTF-8, with room for what is added to the name of a class: a number, a hash, an ending.</summary>
    public const int Longest = 200;

    public static string Of(string name) =>
        Encoding.UTF8.GetByteCount(name) <= Longest ? name : $"{Beginning(name)}_{Hash(name).ToString("x8", CultureInfo.InvariantCulture)}";

    /// <summary>FNV-1a: string.GetHashCode differs from run to run, and authors keep snapshots of the names.</summary>
    public static uint Hash(string text) => text.Aggregate(2166136261u, (hash, c) => unchecked((hash ^ c) * 16777619u));

    private static string Beginning(string name)
    {
        var (length, bytes) = (0, 0);
        while ((bytes += Encoding.UTF8.GetByteCount([name[length]])) <= Longest - 9)
        {
            length++;
        }

        return name.Substring(0, length);
    }
}
