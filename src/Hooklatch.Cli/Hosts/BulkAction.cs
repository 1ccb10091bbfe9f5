using System.Globalization;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Hosts;

/// <summary>Acts on all deliveries that a filter finds: counts them, asks, starts, and waits for the end.</summary>
/// <param name="client">The host.</param>
/// <param name="here">What is around the tool.</param>
/// <param name="output">Where it is told.</param>
internal sealed class BulkAction(HostClient client, Surroundings here, Output output)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    /// <param name="action"><c>replay</c>, <c>requeue</c> or <c>dismiss</c>.</param>
    /// <param name="filter">Which deliveries.</param>
    /// <param name="perSecond">How many at most in a second.</param>
    /// <param name="isConfirmed">Whether <c>--yes</c> was said.</param>
    /// <param name="cancellation">Ends the waiting; what the host has begun goes on.</param>
    public async Task<int> RunAsync(string action, DeliveryFilter filter, int perSecond, bool isConfirmed, CancellationToken cancellation)
    {
        var request = new BulkRequest
        {
            Action = action,
            Filter = filter,
            PerSecond = perSecond,
        };
        var preview = await client.PostAsync(
            new HostQuery("bulk/preview"),
            request,
            ManagementJson.Default.BulkRequest,
            ManagementJson.Default.BulkPreview,
            cancellation
        );
        if (preview.Count == 0)
        {
            output.Line("Nothing to do: the filter finds no delivery.");
            return ExitCode.Done;
        }

        output.Table(DeliveryTable.Of(preview.Examples.Take(5)));
        var count = preview.Count.ToString(CultureInfo.InvariantCulture) + (preview.IsMore ? " or more" : "");
        new Confirmation(here).Ask($"{Capital(action)} {count} deliveries on {client.Name}?", isConfirmed);
        var run = await client.PostAsync(
            new HostQuery("bulk"),
            request with
            {
                Expected = preview.IsMore ? null : preview.Count,
            },
            ManagementJson.Default.BulkRequest,
            ManagementJson.Default.BulkRun,
            cancellation
        );
        run = await WaitAsync(run, cancellation);
        output.Json(run, ManagementJson.Default.BulkRun);
        output.Line(
            string.Create(CultureInfo.InvariantCulture, $"{run.State}: {run.Done} of {run.Total}, {run.Skipped} skipped"),
            run.State == "done" ? Color.Green : Color.Red
        );
        if (run.Error is { } error)
        {
            output.Line("  " + error, Color.Red);
        }

        return run.State == "done" ? ExitCode.Done : ExitCode.Failed;
    }

    private async Task<BulkRun> WaitAsync(BulkRun run, CancellationToken cancellation)
    {
        while (run.State == "running")
        {
            await Task.Delay(Pause, here.Time, cancellation);
            var runs = await client.GetAsync(new HostQuery("bulk"), ManagementJson.Default.IReadOnlyListBulkRun, cancellation);
            run =
                runs.FirstOrDefault(one => one.Id == run.Id)
                ?? throw new ToolException("lost", $"{client.Name} no longer knows the run {run.Id}: it was started anew.");
            output.Note(string.Create(CultureInfo.InvariantCulture, $"{run.Done + run.Skipped} of {run.Total}"));
        }

        return run;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
