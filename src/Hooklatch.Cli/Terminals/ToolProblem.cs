namespace Hooklatch.Cli.Terminals;

/// <summary>An error or a warning for scripts, on the side.</summary>
internal sealed record ToolProblem
{
    /// <summary>The short name of an error, which ends the command.</summary>
    public string? Error { get; init; }

    /// <summary>The short name of a warning, after which the command goes on.</summary>
    public string? Warning { get; init; }

    /// <summary>What it is.</summary>
    public required string Message { get; init; }

    /// <summary>The status that a host answered.</summary>
    public int? Status { get; init; }
}
