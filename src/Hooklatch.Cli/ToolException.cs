namespace Hooklatch.Cli;

/// <summary>What keeps a command from doing its work, in words for the person who called it.</summary>
/// <param name="code">A short name for scripts: <c>secret_missing</c>.</param>
/// <param name="message">What is wrong and what to do. A text of somebody else in it is printed without control characters.</param>
/// <param name="exitCode">How the tool ends.</param>
internal sealed class ToolException(string code, string message, int exitCode = ExitCode.Failed) : Exception(message)
{
    /// <summary>A short name for scripts.</summary>
    public string Code { get; } = code;

    /// <summary>How the tool ends.</summary>
    public int ExitCode { get; } = exitCode;

    /// <summary>The status that a host answered, where it is what went wrong.</summary>
    public int? Status { get; init; }

    /// <summary>A command line that asks for something that is not there.</summary>
    public static ToolException Usage(string message) => new("usage", message, Cli.ExitCode.Usage);
}
