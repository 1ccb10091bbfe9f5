using System.Text;

namespace Hooklatch.Hosting;

/// <summary>
/// Rows of one plugin below each other, in columns. What an author wrote stays in its row: a line break in a name would make a row of its own.
/// </summary>
internal sealed class PluginTable
{
    /// <summary>How many rows are read at a glance. More are counted only.</summary>
    public const int MaxRows = 30;

    /// <summary>The widest column, in characters. A longer text moves the rest of its own row, and of no other.</summary>
    private const int MaxWidth = 48;

    private readonly List<string[]> _rows = [];

    /// <summary>Whether there are too many rows to print.</summary>
    public bool IsLong => _rows.Count > MaxRows;

    public void Add(params ReadOnlySpan<string> cells)
    {
        var row = new string[cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            row[i] = LogText.Safe(cells[i]);
        }

        _rows.Add(row);
    }

    /// <summary>Writes each row as a line that begins with a line break.</summary>
    public void AppendTo(StringBuilder text)
    {
        var widths = Widths();
        foreach (var row in _rows)
        {
            text.Append(Environment.NewLine).Append(' ');
            for (var i = 0; i < row.Length; i++)
            {
                // Nothing is padded at the end of a line.
                text.Append(' ').Append(i < row.Length - 1 ? row[i].PadRight(widths[i]) + ' ' : row[i]);
            }
        }
    }

    private int[] Widths()
    {
        var widths = new int[_rows.Count == 0 ? 0 : _rows.Max(row => row.Length)];
        foreach (var row in _rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], Math.Min(row[i].Length, MaxWidth));
            }
        }

        return widths;
    }
}
