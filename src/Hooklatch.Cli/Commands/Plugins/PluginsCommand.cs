using System.CommandLine;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands.Plugins;

/// <summary><c>plugins</c>: switches plugins on and off.</summary>
internal sealed class PluginsCommand : Command
{
    public PluginsCommand(Surroundings here)
        : base("plugins", "Enable, disable, pause and resume the plugins of a running host.")
    {
        Add(new SwitchCommand(here, "enable", "Serve the webhooks of a plugin again."));
        Add(new SwitchCommand(here, "disable", "Answer 404 for the webhooks of a plugin."));
        Add(new PauseCommand(here, "pause", "Accept the deliveries of a plugin, and hold them."));
        Add(new PauseCommand(here, "resume", "Run what was held."));
    }
}
