using System.CommandLine;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands;

/// <summary><c>completion</c>: the script by which a shell completes the tool's command lines.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or powershell." };

    public CompletionCommand(Surroundings here)
        : base(here, "completion", "Print the script by which a shell completes command lines.")
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScript.All.Keys]);
        Add(_shell);
    }

    protected override Task<int> RunAsync(ParseResult line, Output output, CancellationToken cancellation)
    {
        Here.Terminal.Out.Write(CompletionScript.All[line.GetValue(_shell)!]);
        return Task.FromResult(ExitCode.Done);
    }
}
