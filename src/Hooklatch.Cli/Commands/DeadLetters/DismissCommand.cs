using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands.DeadLetters;

/// <summary><c>deadletters dismiss</c>: leaves dead letters as they are, and out of the list.</summary>
internal sealed class DismissCommand(Surroundings here)
    : ActCommand(here, "dismiss", "Leave dead letters as they are, and out of the list.", DeadLettersCommand.State);
