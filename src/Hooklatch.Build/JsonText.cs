using System.Globalization;
using System.Text;

namespace Hooklatch.Build;

/// <summary>Writes values as JSON.</summary>
internal static class JsonText
{
    public static string StringOrNull(string? text) => text is null ? "null" : String(text);

    public static string String(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => json.Append('\\').Append(c),
                < ' ' or >= '\u007f' => json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => json.Append(c),
            };
        }

        return json.Append('"').ToString();
    }

    /// <summary>An array of texts, on one line.</summary>
    public static string Strings(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(String))}]";

    /// <summary>An array, one item on each line.</summary>
    public static string Array(IReadOnlyCollection<string> items) =>
        items.Count == 0 ? "[]" : $"[\n{string.Join(",\n", items.Select(item => "  " + item.Replace("\n", "\n  ")))}\n]";
}
