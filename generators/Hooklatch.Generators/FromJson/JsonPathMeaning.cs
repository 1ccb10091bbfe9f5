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
    /// <summary>Names of one value: no sender calls an array so.</summary>
    private static readonly string[] NamesOfOneValue =
    [
        "id",
        "name",
        "message",
        "title",
        "sha",
        "email",
        "url",
        "number",
        "price",
        "amount",
        "quantity",
        "sku",
        "key",
        "login",
        "username",
    ];

    private static readonly Regex Arrow = new("\\s*->>?\\s*", RegexOptions.CultureInvariant);
    private static readonly Regex QuotedName = new("\\[(['\"])([^'\"\\[\\]]+)\\1\\]", RegexOptions.CultureInvariant);

    /// <summary>The same in the words of <c>[FromJson]</c>; <see langword="null"/> where the path is written in them.</summary>
    public static string? Of(string path)
    {
        // An escape is in our own words, and '..' of JSONPath searches at every depth, which nothing here does.
        if (path.Contains("\\") || path.Contains(".."))
        {
            return null;
        }

        var meant = IsPointer(path) ? OfPointer(path) : path;
        meant = Arrow.Replace(meant, ".");
        meant = meant.Replace("[]", "[*]").Replace(".*", "[*]");
        meant = QuotedName.Replace(meant, match => "." + Escape(match.Groups[2].Value)).TrimStart('.');
        meant = string.Join(".", meant.Split('.').Select(name => name.Trim('\'', '"', ' ')));
        return meant != path && JsonPathParser.Parse(meant, out _) is not null ? meant : null;
    }

    /// <summary>
    /// For a list of values below a name in the plural whose last name is that of one value, such as <c>commits.id</c>: the value of each element.
    /// A path to an array, such as <c>repository.topics</c> or <c>lines.data</c>, stays as it is.
    /// </summary>
    public static string? OfEachElement(JsonPath path)
    {
        if (path.Alternatives.Count != 1 || path.Alternatives[0].Any(segment => segment.Kind is not JsonPathSegmentKind.Name))
        {
            return null;
        }

        var segments = path.Alternatives[0];
        var last = segments.Count - 1;
        return last < 1 || !NamesOfOneValue.Contains(segments[last].Name) || !IsPlural(segments[last - 1])
            ? null
            : segments
                .Select((segment, i) => (segment, i))
                .Aggregate("", (text, item) => item.segment.AppendTo(text) + (item.i == last - 1 ? "[*]" : ""));
    }

    private static bool IsPlural(JsonPathSegment segment) =>
        segment.Name.Length > 2
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
