using System.CommandLine;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands.Plugins;

/// <summary><c>plugins pause</c> and <c>plugins resume</c>.</summary>
internal sealed class PauseCommand : SwitchCommand
{
    private readonly Option<string?> _endpoint = new("--endpoint")
    {
        Description = "One endpoint as declared. Default: all of the plugin.",
        HelpName = "PATH",
    };

    public PauseCommand(Surroundings here, string name, string description)
        : base(here, name, description) => Add(_endpoint);

    protected override HostQuery QueryOf(ParseResult line) => new HostQuery(Name).With("endpoint", line.GetValue(_endpoint));
}
