using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Hooklatch.Cli.Commands.DeadLetters;
using Hooklatch.Cli.Commands.Deliveries;
using Hooklatch.Cli.Commands.Plugins;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands;

/// <summary>The command line of the tool: a new command is one line here.</summary>
internal static class ToolRoot
{
    /// <summary>Makes the tree of commands.</summary>
    public static Command Create(Surroundings here) =>
        new("hooklatch", "Sends, explains, receives and operates webhooks.")
        {
            new SendCommand(here),
            new VerifyCommand(here),
            new ListenCommand(here),
            new EventsCommand(here),
            new ListCommand(here),
            new DeliveriesCommand(here),
            new DeadLettersCommand(here),
            new JobsCommand(here),
            new PluginsCommand(here),
            new CompletionCommand(here),
            Help(),
            // Answered before anything is parsed; it stands here to be shown.
            new Option<bool>("--version") { Description = "Print the version." },
        };

    /// <summary>The name of a command with those that it belongs to.</summary>
    public static string PathOf(CommandResult command)
    {
        var names = new List<string>();
        for (SymbolResult? one = command; one is not null; one = one.Parent)
        {
            names.Insert(0, ((CommandResult)one).Command.Name);
        }

        return string.Join(' ', names);
    }

    private static HelpOption Help()
    {
        // Not '/?' and '/h', which are paths elsewhere than on Windows.
        var help = new HelpOption("--help", "-h") { Recursive = true };
        ((HelpAction)help.Action!).MaxWidth = Terminal.MaxWidth;
        return help;
    }
}
