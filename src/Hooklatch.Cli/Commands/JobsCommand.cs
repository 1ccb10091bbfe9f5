using System.CommandLine;
using System.Globalization;
using Hooklatch.Cli.Hosts;
using Hooklatch.Cli.Terminals;
using Hooklatch.Management;

namespace Hooklatch.Cli.Commands;

/// <summary><c>jobs</c>: the jobs of a host's plugins, their unfinished work, and when they run.</summary>
internal sealed class JobsCommand(Surroundings here) : HostCommand(here, "jobs", "List the jobs of a running host, and when they run.")
{
    protected override async Task<int> RunAsync(ParseResult line, HostClient host, Output output, CancellationToken cancellation)
    {
        var overview = await host.GetAsync(new HostQuery("overview"), ManagementJson.Default.Overview, cancellation);
        var table = new Table("PLUGIN", "JOB", "READY", "RUNNING", "DEAD", "SCHEDULE", "NEXT");
        foreach (var plugin in overview.Plugins)
        {
            foreach (var job in plugin.Jobs)
            {
                output.Json(job, ManagementJson.Default.JobView);
                var schedule = plugin.Schedules.FirstOrDefault(schedule => schedule.Name == job.Name);
                table.Add(
                    schedule?.Problem is not null || job.Depth is { Dead: > 0 } ? Color.Red : Color.None,
                    plugin.Key,
                    job.Name,
                    Number(job.Depth?.Ready),
                    Number(job.Depth?.Running),
                    Number(job.Depth?.Dead),
                    schedule?.Expression,
                    TimeText.Short(schedule?.NextAt is [var next, ..] ? next : null)
                );
            }
        }

        output.Table(table);
        foreach (var schedule in overview.Plugins.SelectMany(plugin => plugin.Schedules).Where(schedule => schedule.Problem is not null))
        {
            output.Line($"{schedule.Plugin} {schedule.Name}: {schedule.Problem}", Color.Red);
        }

        return ExitCode.Done;
    }

    private static string Number(long? count) => count?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
