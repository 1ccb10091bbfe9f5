using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Hooklatch.Cli.Commands;

/// <summary>Answers what may stand at a place of a command line.</summary>
/// <param name="root">The tree of commands.</param>
internal sealed class Completions(Command root)
{
    /// <summary>Writes one completion per line.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="position">The place, counted in characters of the whole line.</param>
    /// <param name="line">The whole line, which begins with the tool's name.</param>
    public void Write(TextWriter writer, string position, string line)
    {
        var at = int.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Min(number, line.Length)
            : line.Length;
        // However the tool was called: by a path, by another name.
        var end = line.IndexOf(' ', StringComparison.Ordinal);
        var text = root.Name + (end < 0 || end > at ? "" : line[end..at]);
        var last = text.EndsWith(' ') ? "" : CommandLineParser.SplitCommandLine(text).Last();
        var parsed = root.Parse(text);
        foreach (var item in parsed.GetCompletions(text.Length))
        {
            if (item.Label.StartsWith(last, StringComparison.OrdinalIgnoreCase))
            {
                writer.WriteLine(item.InsertText ?? item.Label);
            }
        }
    }
}
