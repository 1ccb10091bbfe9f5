using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hooklatch.Cli.Terminals;

/// <summary>What a command says: lines and tables for people, or one JSON object per line for scripts.</summary>
/// <param name="here">What is around the tool.</param>
/// <param name="isJson">Whether scripts read it.</param>
internal sealed class Output(Surroundings here, bool isJson)
{
    private readonly Lock _lock = new();

    // https://no-color.org: set and not empty.
    private readonly bool _mayColor = string.IsNullOrEmpty(here.Environment("NO_COLOR")) && here.Environment("TERM") != "dumb";

    /// <summary>Whether scripts read it.</summary>
    public bool IsJson { get; } = isJson;

    /// <summary>What may move, where a person sees what is written to the side; <see langword="null"/> where nobody does.</summary>
    public Spectre.Console.IAnsiConsole? Moving =>
        !IsJson && here.Terminal.ErrorIsTerminal && here.Environment("TERM") != "dumb"
            ? SideConsole.Create(here.Terminal.Error, _mayColor)
            : null;

    /// <summary>A line for people. It is not cut, and holds no control characters.</summary>
    public void Line(string text, Color color = Color.None)
    {
        if (!IsJson)
        {
            Write(here.Terminal.Out, here.Terminal.OutIsTerminal, LogText.OneLine(text), color);
        }
    }

    /// <summary>A table for people, which fits the width.</summary>
    public void Table(Table table)
    {
        foreach (var line in table.Lines(Terminal.MaxWidth))
        {
            Line(line.Text, line.Color);
        }
    }

    /// <summary>An object for scripts.</summary>
    public void Json<T>(T value, JsonTypeInfo<T> type)
    {
        if (IsJson)
        {
            Write(here.Terminal.Out, isTerminal: false, JsonSerializer.Serialize(value, type), Color.None);
        }
    }

    /// <summary>A note to the side, for people alone.</summary>
    public void Note(string text, Color color = Color.Dim)
    {
        if (!IsJson)
        {
            Write(here.Terminal.Error, here.Terminal.ErrorIsTerminal, LogText.OneLine(text), color);
        }
    }

    /// <summary>Something that must not be missed, for people and for scripts.</summary>
    /// <param name="code">A short name for scripts.</param>
    /// <param name="text">What it is.</param>
    public void Warn(string code, string text)
    {
        if (IsJson)
        {
            WriteProblem(new ToolProblem { Warning = code, Message = text });
        }
        else
        {
            Write(here.Terminal.Error, here.Terminal.ErrorIsTerminal, LogText.OneLine(text), Color.Yellow);
        }
    }

    /// <summary>What went wrong.</summary>
    public void Fail(ToolException error)
    {
        if (IsJson)
        {
            WriteProblem(
                new ToolProblem
                {
                    Error = error.Code,
                    Message = error.Message,
                    Status = error.Status,
                }
            );
        }
        else
        {
            Write(here.Terminal.Error, here.Terminal.ErrorIsTerminal, "hooklatch: " + LogText.OneLine(error.Message), Color.Red);
        }
    }

    private void WriteProblem(ToolProblem problem) =>
        Write(here.Terminal.Error, isTerminal: false, JsonSerializer.Serialize(problem, ToolJson.Default.ToolProblem), Color.None);

    private void Write(TextWriter writer, bool isTerminal, string text, Color color)
    {
        lock (_lock)
        {
            writer.WriteLine(isTerminal && _mayColor && color is not Color.None ? $"\e[{(int)color}m{text}\e[0m" : text);
        }
    }
}
