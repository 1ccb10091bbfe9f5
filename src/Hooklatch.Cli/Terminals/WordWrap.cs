namespace Hooklatch.Cli.Terminals;

/// <summary>Divides a text at its spaces, so that a terminal need not divide its words.</summary>
internal static class WordWrap
{
    /// <summary>The lines, none wider than a width; a word that is too long is cut.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in LogText.OneLine(text).Split(' '))
        {
            if (line.Length > 0 && CellWidth.Of(line) + 1 + CellWidth.Of(word) > width)
            {
                yield return CellWidth.Cut(line, width);
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : line + " " + word;
            }
        }

        yield return CellWidth.Cut(line, width);
    }
}
