using System.Globalization;
using System.Text.RegularExpressions;

namespace Hooklatch.Generators.Validation;

/// <summary>Reads sizes such as <c>5MB</c> and <c>1.5 GiB</c>; every unit is 1024 of the one before it.</summary>
internal static class FileSize
{
    /// <summary>The size in bytes, or <see langword="null"/> for what is none.</summary>
    public static long? Parse(string text)
    {
        var match = Regex.Match(text, @"^(?<number>[0-9]{1,15}(\.[0-9]{1,9})?) ?(?<unit>B|[KMG]i?B)\z", RegexOptions.IgnoreCase);
        if (!match.Success)
        {
            return null;
        }

        var number = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var bytes = number * (1L << (10 * "BKMG".IndexOf(char.ToUpperInvariant(match.Groups["unit"].Value[0]))));
        return bytes is > 0 and <= long.MaxValue && decimal.Truncate(bytes) == bytes ? (long)bytes : null;
    }
}
