using System.Globalization;
using System.Text;

namespace Hooklatch.Generators.Common;

/// <summary>Writes JSON, for which an analyzer has no library.</summary>
internal static class JsonWriter
{
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

    /// <summary>An object on several lines; members that are <see langword="null"/> are left out.</summary>
    public static string Object(params IEnumerable<(string Name, string? Value)> members) =>
        Lines("{", "}", members.Where(member => member.Value is not null).Select(member => $"{String(member.Name)}: {member.Value}"));

    /// <summary>An array on one line.</summary>
    public static string Array(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    private static string Lines(string open, string close, IEnumerable<string> items)
    {
        var all = items.ToArray();
        return all.Length == 0
            ? open + close
            : $"{open}\n{string.Join(",\n", all.Select(item => "  " + item.Replace("\n", "\n  ")))}\n{close}";
    }
}
