using System.Text;

namespace Hooklatch.Cli.Terminals;

/// <summary>The terminal of this process.</summary>
internal static class ProcessConsole
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Says what the process is connected with.</summary>
    public static Terminal ToTerminal()
    {
        var bytes = Console.OpenStandardOutput();
        return new Terminal
        {
            Out = Writer(bytes),
            OutBytes = bytes,
            Error = Writer(Console.OpenStandardError()),
            In = Console.OpenStandardInput(),
            InIsTerminal = !Console.IsInputRedirected,
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            ReadLine = Console.ReadLine,
            ReadHidden = ReadHidden,
        };
    }

    private static StreamWriter Writer(Stream stream) => new(stream, Utf8, 4096) { AutoFlush = true, NewLine = "\n" };

    private static string ReadHidden()
    {
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key is ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        return text.ToString();
    }
}
