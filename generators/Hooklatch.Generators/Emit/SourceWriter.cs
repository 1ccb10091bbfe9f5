using System.Text;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes C# text: blocks of lines, each indented to where it stands, with <c>\n</c> line ends on every machine.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;

    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes one line, or the lines of a raw string literal, at the current indentation.</summary>
    public SourceWriter Write(string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var content = line.TrimEnd('\r');
            if (content.Length > 0)
            {
                _text.Append(' ', _indentation * IndentSize).Append(content);
            }

            _text.Append('\n');
        }

        return this;
    }

    /// <summary>Writes each of the lines.</summary>
    public SourceWriter WriteAll(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Write(line);
        }

        return this;
    }

    /// <summary>Writes an empty line.</summary>
    public SourceWriter Line()
    {
        _text.Append('\n');
        return this;
    }

    /// <summary>Writes a header and opens a block in braces, which ends when the result is disposed.</summary>
    public Scope Block(string header) => Write(header).Block();

    /// <summary>Opens a block in braces, which ends when the result is disposed.</summary>
    public Scope Block() => Write("{").Indent("}");

    /// <summary>Indents what follows until the result is disposed.</summary>
    public Scope Indent(string? end = null)
    {
        _indentation++;
        return new Scope(this, end);
    }

    public override string ToString() => _text.ToString();

    internal readonly struct Scope(SourceWriter writer, string? end) : IDisposable
    {
        public void Dispose()
        {
            writer._indentation--;
            if (end is not null)
            {
                writer.Write(end);
            }
        }
    }
}
