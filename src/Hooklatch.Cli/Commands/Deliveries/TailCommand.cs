using System.CommandLine;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Commands.Deliveries;

/// <summary><c>deliveries tail</c>: the last deliveries, and those that come.</summary>
internal sealed class TailCommand : HostCommand
{
    private const int MaxLines = 200;

    private readonly FilterOptions _filter = new();
    private readonly Option<int> _lines = CommonOptions.Number("--lines", "How many of the last are shown first.", 20, 0, MaxLines);
    private readonly Option<bool> _noFollow = new("--no-follow") { Description = "End after these." };

    public TailCommand(Surroundings here)
        : base(here, "tail", "Show the last deliveries, and those that come.")
    {
        _filter.AddTo(this, withState: true);
        Add(_lines);
        Add(_noFollow);
    }

    protected override async Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation)
    {
        var filter = _filter.Read(line, Here.Time.GetUtcNow());
        if (line.GetValue(_lines) is var count and > 0)
        {
            var page = await host.GetAsync(
                FilterOptions.Query("deliveries", filter).With("size", count),
                ManagementJson.Default.DeliveryPage,
                cancellation
            );
            // The newest comes first from the host, and last to a terminal.
            foreach (var row in page.Deliveries.Reverse())
            {
                Write(row, output);
            }
        }

        if (!line.GetValue(_noFollow))
        {
            await new LiveStream(host, Here.Time, output).FollowAsync(filter, row => Write(row, output), cancellation);
        }

        return ExitCode.Done;
    }

    private static void Write(DeliveryRow row, Output output)
    {
        output.Json(row, ManagementJson.Default.DeliveryRow);
        output.Line(DeliveryTable.Line(row), DeliveryTable.ColorOf(row));
    }
}
