using Hooklatch.Jobs;
using Hooklatch.Lifecycle;
using Hooklatch.Management;

namespace Hooklatch.Console.Overview;

/// <summary>Shows what runs at times, also while the store cannot say when it ran.</summary>
internal sealed class ScheduleReader(PluginRegistry registry, IScheduleBook? book = null)
{
    /// <summary>How many of the next occurrences are shown.</summary>
    private const int Next = 3;

    /// <summary>The recurring jobs of all plugins.</summary>
    public async Task<IReadOnlyList<ScheduleView>> ReadAsync(CancellationToken cancellation)
    {
        var (entries, problem) = await EntriesAsync(cancellation);
        return
        [
            .. registry.States.SelectMany(plugin =>
                plugin
                    .Jobs.Where(job => job.Schedule is not null)
                    .Select(job => View(plugin, job, job.Schedule!, entries.FirstOrDefault(Is(plugin, job)), problem))
            ),
        ];
    }

    private static Func<ScheduleEntry, bool> Is(PluginState plugin, JobHandler job) =>
        entry => entry.Plugin == plugin.Scope.Key && entry.Name == job.Name;

    private static ScheduleView View(PluginState plugin, JobHandler job, JobSchedule schedule, ScheduleEntry? entry, string? problem) =>
        new()
        {
            Plugin = plugin.Scope.Key,
            Name = job.Name,
            Expression = schedule.Expression,
            TimeZone = schedule.TimeZone ?? "UTC",
            MissedRuns = schedule.Missed switch
            {
                MissedRuns.Once => "once",
                MissedRuns.All => "all",
                _ => "skip",
            },
            LastAt = entry?.LastAt,
            NextAt = entry?.NextAt ?? [],
            Problem = problem ?? (plugin.Scope.IsServed ? null : "The plugin is not served, so that nothing of it runs."),
        };

    private async Task<(IReadOnlyList<ScheduleEntry> Entries, string? Problem)> EntriesAsync(CancellationToken cancellation)
    {
        if (book is null)
        {
            return ([], "The host has no store, so that no job runs: reference the package Hooklatch.Sqlite or Hooklatch.Postgres.");
        }

        try
        {
            return (await book.ReadAsync(Next, cancellation), null);
        }
        catch (InboxUnavailableException)
        {
            return ([], "The store cannot be used at the moment, so that nothing runs until it can.");
        }
    }
}
