using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands.Deliveries;

/// <summary><c>deliveries replay</c>: runs deliveries once more.</summary>
internal sealed class ReplayCommand(Surroundings here) : ActCommand(here, "replay", "Run deliveries once more.");
