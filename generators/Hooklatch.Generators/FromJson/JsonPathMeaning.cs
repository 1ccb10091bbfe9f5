using System.Globalization;
using System.Text.RegularExpressions;
using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>
/// What a path that is written in another language was probably meant to be: a JSON Pointer (RFC 6901), the arrows of SQL, brackets of
/// JavaScript or JSONPath (RFC 9535), or a property of an array's elements.
/// </summary>
internal static class JsonPathMeaning
{
    private static readonly Regex Arrow = new("\\s*->>?\\s*", RegexOptions.CultureInvariant);
    private static readonly Regex QuotedName = new("\\[(['\"])([^'\"\\[\\]]+)\\1\\]", RegexOptions.CultureInvariant);

    /// <summary>The same in the words of <c>[FromJson]</c>; <see langword="null"/> where the path is written in them.</summary>
    public static string? Of(string path)
    {
        var meant = IsPointer(path) ? OfPointer(path) : path;
        meant = Arrow.Replace(meant, ".");
        meant = meant.Replace("[]", "[*]").Replace(".*", "[*]").Replace("..", ".");
        meant = QuotedName.Replace(meant, match => "." + Escape(match.Groups[2].Value)).TrimStart('.');
        meant = string.Join(".", meant.Split('.').Select(name => name.Trim('\'', '"', ' ')));
        return meant != path && JsonPathParser.Parse(meant, out _) is not null ? meant : null;
    }

    /// <summary>
    /// For a list of values below a name in the plural, such as <c>commits.id</c> for an array: the value of each element. An array of arrays'
    /// own names, such as <c>repository.topics</c>, stays as it is.
    /// </summary>
    public static string? OfEachElement(JsonPath path)
    {
        if (path.Alternatives.Count != 1 || path.Dimensions > 0)
        {
            return null;
        }

        var segments = path.Alternatives[0];
        var last = segments.Count - 1;
        var plural =
            last < 1 || IsPlural(segments[last])
                ? -1
                : Enumerable.Range(0, last).Where(i => IsPlural(segments[i])).DefaultIfEmpty(-1).Last();
        return plural < 0
            ? null
            : segments
                .Select((segment, i) => (segment, i))
                .Aggregate("", (text, item) => item.segment.AppendTo(text) + (item.i == plural ? "[*]" : ""));
    }

    private static bool IsPlural(JsonPathSegment segment) =>
        segment.Kind is JsonPathSegmentKind.Name
        && segment.Name.Length > 2
        && segment.Name.EndsWith("s", StringComparison.Ordinal)
        && !segment.Name.EndsWith("ss", StringComparison.Ordinal)
        && !segment.Name.EndsWith("us", StringComparison.Ordinal);

    private static bool IsPointer(string path) =>
        path.StartsWith("#/", StringComparison.Ordinal) || path.StartsWith("/", StringComparison.Ordinal) && path.Length > 1;

    private static string OfPointer(string pointer) =>
        pointer
            .TrimStart('#')
            .Split('/')
            .Skip(1)
            .Select(token => token.Replace("~1", "/").Replace("~0", "~"))
            .Aggregate(
                "",
                (path, token) =>
                    IsIndex(token) ? $"{path}[{token}]"
                    : path.Length == 0 ? Escape(token)
                    : $"{path}.{Escape(token)}"
            );

    private static bool IsIndex(string token) => int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string Escape(string name) =>
        string.Concat(name.Select(c => JsonPathSegment.CanBeEscaped(c) && c is not ('$' or ' ') ? $"\\{c}" : c.ToString()));
}
