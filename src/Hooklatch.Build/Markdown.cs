using System.Text;

namespace Hooklatch.Build;

/// <summary>Texts of authors in Markdown, where they mean themselves: no markup, no link, no HTML, no cell of a table that they begin.</summary>
internal static class Markdown
{
    private const string Special = @"\`*_{}[]()#+!|<>~&";

    /// <summary>A text on one line.</summary>
    public static string Text(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c) || char.IsWhiteSpace(c))
            {
                safe.Append(' ');
            }
            else
            {
                _ = Special.IndexOf(c) < 0 ? safe.Append(c) : safe.Append('\\').Append(c);
            }
        }

        return safe.ToString().Trim();
    }

    /// <summary>A text as code. A pipe would end a cell of a table, also within code.</summary>
    public static string Code(string text)
    {
        var line = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]).Replace("|", @"\|");
        if (line.Trim().Length == 0)
        {
            return "";
        }

        var fence = new string('`', LongestRun(line) + 1);
        var space = line.StartsWith("`", StringComparison.Ordinal) || line.EndsWith("`", StringComparison.Ordinal) ? " " : "";
        return fence + space + line + space + fence;
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
