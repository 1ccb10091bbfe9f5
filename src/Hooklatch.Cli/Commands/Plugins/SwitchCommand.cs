using System.CommandLine;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Commands.Plugins;

/// <summary><c>plugins enable</c> and <c>plugins disable</c>.</summary>
internal class SwitchCommand : HostCommand
{
    private readonly Argument<string> _plugin = new("plugin") { Description = "The plugin's key: acme.shop.", HelpName = "PLUGIN" };

    public SwitchCommand(Surroundings here, string name, string description)
        : base(here, name, description) => Add(_plugin);

    protected sealed override async Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation)
    {
        var result = await host.PostAsync(
            QueryOf(line).With("plugin", line.GetValue(_plugin)),
            ManagementJson.Default.ActionResult,
            cancellation
        );
        output.Json(result, ManagementJson.Default.ActionResult);
        output.Line(result.Message, result.Done ? Color.Green : Color.Yellow);
        return result.Done ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>The path of the action.</summary>
    protected virtual HostQuery QueryOf(ParseResult line) => new(Name);
}
