using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands.DeadLetters;

/// <summary><c>deadletters requeue</c>: tries dead letters again.</summary>
internal sealed class RequeueCommand(Surroundings here) : ActCommand(here, "requeue", "Try dead letters again.", DeadLettersCommand.State);
