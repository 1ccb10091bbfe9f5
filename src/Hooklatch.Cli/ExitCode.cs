namespace Hooklatch.Cli;

/// <summary>How the tool ends.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Done = 0;

    /// <summary>It did not: a request was refused, a signature does not hold, a host cannot be reached.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl+C.</summary>
    public const int Interrupted = 130;
}
