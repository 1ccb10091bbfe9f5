namespace Hooklatch.Cli.Terminals;

/// <summary>What the tool reads from and writes to, and what it is connected with.</summary>
internal sealed class Terminal
{
    /// <summary>Nothing that the tool prints is wider, so that it fits every terminal.</summary>
    public const int MaxWidth = 80;

    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>The same as bytes, for bodies.</summary>
    public required Stream OutBytes { get; init; }

    /// <summary>Where notes and errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What is piped in.</summary>
    public required Stream In { get; init; }

    /// <summary>Whether a person types.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>Whether results are shown to a person.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Whether notes are shown to a person.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Reads a line that a person types.</summary>
    public Func<string?> ReadLine { get; init; } = () => null;

    /// <summary>Reads a line without showing it.</summary>
    public Func<string?> ReadHidden { get; init; } = () => null;
}
