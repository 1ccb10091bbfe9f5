using System.CommandLine;
using Hooklatch.Cli.Catalog;
using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Commands;

/// <summary><c>events</c>: the events of a provider that are known.</summary>
internal sealed class EventsCommand : ToolCommand
{
    private readonly Argument<string?> _provider = CommonOptions.Provider();

    public EventsCommand(Surroundings here)
        : base(here, "events", "List the known events of a provider.")
    {
        _provider.Arity = ArgumentArity.ExactlyOne;
        Add(_provider);
    }

    protected override Task<int> RunAsync(ParseResult line, Output output, CancellationToken cancellation)
    {
        var preset = PresetCatalog.Find(line.GetValue(_provider)!);
        var samples = Sample.Of(preset.Name).Select(sample => sample.Event).ToHashSet();
        foreach (var name in preset.Info.Events)
        {
            output.Json(
                new EventLine
                {
                    Provider = preset.Name,
                    Event = name,
                    HasSample = samples.Contains(name),
                },
                ToolJson.Default.EventLine
            );
            output.Line(name);
        }

        if (preset.Info.Events.Count == 0)
        {
            output.Note($"No list of {preset.Info.Title}'s events is known.");
        }

        return Task.FromResult(ExitCode.Done);
    }
}
