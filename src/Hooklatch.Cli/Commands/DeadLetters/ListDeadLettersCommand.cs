using System.CommandLine;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Commands.DeadLetters;

/// <summary><c>deadletters list</c>: the newest first.</summary>
internal sealed class ListDeadLettersCommand : HostCommand
{
    private const int PageSize = 100;

    private readonly FilterOptions _filter = new();
    private readonly Option<int> _max = CommonOptions.Number("--max", "How many at most.", 100, 1, 100_000);

    public ListDeadLettersCommand(Surroundings here)
        : base(here, "list", "List dead letters, the newest first.")
    {
        _filter.AddTo(this, withState: false);
        Add(_max);
    }

    protected override async Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation)
    {
        var filter = _filter.Read(line, Here.Time.GetUtcNow(), DeadLettersCommand.State);
        var max = line.GetValue(_max);
        var rows = new List<DeliveryRow>();
        long? before = null;
        do
        {
            var page = await host.GetAsync(
                FilterOptions.Query("deliveries", filter).With("size", Math.Min(PageSize, max - rows.Count)).With("before", before),
                ManagementJson.Default.DeliveryPage,
                cancellation
            );
            foreach (var row in page.Deliveries)
            {
                output.Json(row, ManagementJson.Default.DeliveryRow);
                rows.Add(row);
            }

            // A page that does not go on ends the list.
            before = page.Next is { } next && page.Deliveries.Count > 0 && next != before ? next : null;
        } while (before is not null && rows.Count < max);

        output.Table(DeliveryTable.Of(rows));
        if (before is not null)
        {
            output.Note("There are more: --max shows them.");
        }

        return ExitCode.Done;
    }
}
