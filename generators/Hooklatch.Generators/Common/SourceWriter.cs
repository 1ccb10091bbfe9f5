using System.Text;

namespace Hooklatch.Generators.Common;

/// <summary>Writes C# with indentation. Multi-line text is a raw string; its own indentation is kept below the current one.</summary>
internal sealed class SourceWriter
{
    private const int Step = 4;
    private const int MaxLineLength = 120;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes a line, or the lines of a raw string.</summary>
    public SourceWriter Line(string text = "")
    {
        foreach (var line in text.Split('\n'))
        {
            var content = line.TrimEnd('\r', ' ');
            if (content.Length > 0)
            {
                _text.Append(' ', _depth * Step).Append(content).Append('\n');
            }
            else if (!EndsWith("\n\n") && !EndsWith("{\n"))
            {
                // One empty line divides members, whoever of their writers asks for it.
                _text.Append('\n');
            }
        }

        return this;
    }

    /// <summary>Writes each item as a line.</summary>
    public SourceWriter Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }

        return this;
    }

    /// <summary>Writes a call with its arguments, one per line where a single line would be too long.</summary>
    public SourceWriter Call(string callee, IReadOnlyList<string> arguments, string end = ";") => Arguments(callee, arguments, end);

    /// <summary>Writes a call as the value of a member, on a line of its own where a single line would be too long.</summary>
    public SourceWriter Value(string target, string callee, IReadOnlyList<string> arguments)
    {
        var call = $"{callee}({string.Join(", ", arguments)});";
        if (target.Length + call.Length < MaxLineLength)
        {
            return Line($"{target} {call}");
        }

        Line(target);
        using (Indented())
        {
            return Call(callee, arguments);
        }
    }

    /// <summary>Writes a <c>new</c> with the arguments of the constructor, and then the properties that are set, one per line.</summary>
    public SourceWriter Construction(
        string prefix,
        string type,
        IReadOnlyList<string> arguments,
        IReadOnlyList<(string Name, string Value)> properties,
        string end = ";"
    )
    {
        if (properties.Count == 0)
        {
            return Call($"{prefix}new {type}", arguments, end);
        }

        _ = arguments.Count == 0 ? Line($"{prefix}new {type}") : Arguments($"{prefix}new {type}", arguments, "");
        Line("{");
        using (Indented())
        {
            Lines(properties.Select(property => $"{Identifier.Escape(property.Name)} = {property.Value},"));
        }

        return Line("}" + end);
    }

    /// <summary>Writes a header and a block in braces; dispose of the result to close it.</summary>
    public Block Braces(string header) => Line(header).Braces();

    /// <summary>Writes a block in braces; dispose of the result to close it.</summary>
    public Block Braces()
    {
        Line("{");
        _depth++;
        return new Block(this, "}");
    }

    /// <summary>Indents until the result is disposed of.</summary>
    public Block Indented()
    {
        _depth++;
        return new Block(this, null);
    }

    public override string ToString() => _text.ToString();

    private bool EndsWith(string end) =>
        _text.Length >= end.Length && _text.ToString(_text.Length - end.Length, end.Length).Equals(end, StringComparison.Ordinal);

    private SourceWriter Arguments(string callee, IReadOnlyList<string> arguments, string end)
    {
        var line = $"{callee}({string.Join(", ", arguments)}){end}";
        if (line.Length <= MaxLineLength || arguments.Count == 0)
        {
            return Line(line);
        }

        Line($"{callee}(");
        using (Indented())
        {
            return Lines(arguments.Select((argument, i) => argument + (i < arguments.Count - 1 ? "," : $"){end}")));
        }
    }

    internal readonly struct Block(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
            {
                if (writer.EndsWith("\n\n"))
                {
                    writer._text.Length--;
                }

                writer.Line(end);
            }
        }
    }
}
