using System.CommandLine;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands.DeadLetters;

/// <summary><c>deadletters</c>: what failed too often.</summary>
internal sealed class DeadLettersCommand : Command
{
    /// <summary>The state of a dead letter.</summary>
    internal const string State = "dead";

    public DeadLettersCommand(Surroundings here)
        : base("deadletters", "List, requeue and dismiss the dead letters of a running host.")
    {
        Add(new ListDeadLettersCommand(here));
        Add(new RequeueCommand(here));
        Add(new DismissCommand(here));
    }
}
