using System.CommandLine;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands;

/// <summary>A command that does something. It runs with everything around it given, so that a test can give it something else.</summary>
internal abstract class ToolCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object per line, errors too." };

    private protected ToolCommand(Surroundings here, string name, string description)
        : base(name, description)
    {
        Here = here;
        Options.Add(_json);
        SetAction(InvokeAsync);
    }

    /// <summary>What is around the tool.</summary>
    protected Surroundings Here { get; }

    /// <summary>Does the work.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="ToolException">It cannot be done.</exception>
    protected abstract Task<int> RunAsync(ParseResult line, Output output, CancellationToken cancellation);

    private async Task<int> InvokeAsync(ParseResult line, CancellationToken cancellation)
    {
        var output = new Output(Here, line.GetValue(_json));
        try
        {
            return await RunAsync(line, output, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (ToolException error)
        {
            output.Fail(error);
            return error.ExitCode;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            output.Fail(new ToolException("io", error.Message));
            return ExitCode.Failed;
        }
    }
}
