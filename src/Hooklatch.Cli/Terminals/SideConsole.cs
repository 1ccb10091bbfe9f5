using System.Text;
using Spectre.Console;

namespace Hooklatch.Cli.Terminals;

/// <summary>The side of the terminal for what moves, such as a progress bar.</summary>
/// <param name="writer">Where it goes.</param>
internal sealed class SideConsole(TextWriter writer) : IAnsiConsoleOutput
{
    /// <inheritdoc/>
    public TextWriter Writer { get; } = writer;

    /// <inheritdoc/>
    public bool IsTerminal => true;

    /// <inheritdoc/>
    public int Width => Terminal.MaxWidth;

    /// <inheritdoc/>
    public int Height => 24;

    /// <summary>Makes a console that moves its cursor. It is asked for only where a person sees it.</summary>
    /// <param name="writer">Where it goes.</param>
    /// <param name="mayColor">Whether it has colours.</param>
    public static IAnsiConsole Create(TextWriter writer, bool mayColor) =>
        AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Out = new SideConsole(writer),
                Ansi = AnsiSupport.Yes,
                Interactive = InteractionSupport.Yes,
                ColorSystem = mayColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            }
        );

    /// <inheritdoc/>
    public void SetEncoding(Encoding encoding)
    {
        // The tool writes UTF-8, whatever is asked for.
    }
}
