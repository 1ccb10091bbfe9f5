using System.CommandLine;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands.Deliveries;

/// <summary><c>deliveries</c>: what came in.</summary>
internal sealed class DeliveriesCommand : Command
{
    public DeliveriesCommand(Surroundings here)
        : base("deliveries", "Watch, show and replay the deliveries of a running host.")
    {
        Add(new TailCommand(here));
        Add(new ShowCommand(here));
        Add(new ReplayCommand(here));
    }
}
