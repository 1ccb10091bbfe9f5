using System.CommandLine;
using System.CommandLine.Help;
using Hooklatch.Cli.Commands;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli;

/// <summary>The tool: parses a command line and runs its command.</summary>
internal sealed class Tool(Surroundings here)
{
    /// <summary>What is asked for completions: <c>[suggest:12]</c> and the whole line.</summary>
    private const string Suggest = "[suggest:";

    /// <summary>Runs a command line.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellation)
    {
        if (args is [var directive, var line] && directive.StartsWith(Suggest, StringComparison.Ordinal))
        {
            new Completions(ToolRoot.Create(here)).Write(here.Terminal.Out, directive[Suggest.Length..].TrimEnd(']'), line);
            return ExitCode.Done;
        }

        if (args is ["--version"])
        {
            here.Terminal.Out.WriteLine(ToolVersion.Text);
            return ExitCode.Done;
        }

        var parsed = ToolRoot.Create(here).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            var command = ToolRoot.PathOf(parsed.CommandResult);
            var error = string.Join(" ", parsed.Errors.Select(one => one.Message).Distinct());
            new Output(here, args.Contains("--json")).Fail(ToolException.Usage($"{error} '{command} --help' says more."));
            return ExitCode.Usage;
        }

        var configuration = new InvocationConfiguration
        {
            Output = here.Terminal.Out,
            Error = here.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var code = await parsed.InvokeAsync(configuration, cancellation);
        return cancellation.IsCancellationRequested ? ExitCode.Interrupted : code;
    }
}
