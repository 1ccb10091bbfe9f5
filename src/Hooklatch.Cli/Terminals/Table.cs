using System.Text;

namespace Hooklatch.Cli.Terminals;

/// <summary>
/// A table that never wraps: what does not fit is cut with <c>…</c>. The widest columns give first, and the first column last.
/// </summary>
/// <param name="headings">The headings of the columns.</param>
internal sealed class Table(params string[] headings)
{
    private const int Gap = 2;

    private readonly List<(string[] Cells, Color Color)> _rows = [];

    /// <summary>Adds a row; cells are texts of anybody.</summary>
    public void Add(Color color, params string?[] cells) => _rows.Add(([.. cells.Select(LogText.OneLine)], color));

    /// <summary>Adds a row.</summary>
    public void Add(params string?[] cells) => Add(Color.None, cells);

    /// <summary>The lines, none wider than a width.</summary>
    public IEnumerable<(string Text, Color Color)> Lines(int maxWidth)
    {
        var widths = Widths(maxWidth);
        yield return (Line(headings, widths), Color.Dim);
        foreach (var (cells, color) in _rows)
        {
            yield return (Line(cells, widths), color);
        }
    }

    private int[] Widths(int maxWidth)
    {
        var widths = headings
            .Select((heading, i) => _rows.Select(row => CellWidth.Of(row.Cells[i])).Append(heading.Length).Max())
            .ToArray();
        var excess = widths.Sum() + Gap * (widths.Length - 1) - maxWidth;
        while (excess-- > 0)
        {
            var widest = widths.Length - 1;
            for (var i = widths.Length - 1; i >= 0; i--)
            {
                widest = widths[i] > widths[widest] ? i : widest;
            }

            widths[widest]--;
        }

        return widths;
    }

    private static string Line(string[] cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Length; i++)
        {
            var cell = CellWidth.Cut(cells[i], widths[i]);
            line.Append(cell);
            if (i < cells.Length - 1)
            {
                line.Append(' ', widths[i] - CellWidth.Of(cell) + Gap);
            }
        }

        return line.ToString().TrimEnd();
    }
}
