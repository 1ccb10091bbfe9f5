using Hooklatch.Inbox.Running;
using Hooklatch.Jobs;

namespace Hooklatch.Inbox.Jobs;

/// <inheritdoc cref="IScheduleBook"/>
internal sealed class ScheduleBook(Slots slots, InboxStore store, TimeProvider time) : IScheduleBook
{
    public async ValueTask<IReadOnlyList<ScheduleEntry>> ReadAsync(int next, CancellationToken cancellation)
    {
        var entries = new List<ScheduleEntry>();
        foreach (var queue in slots.Queues.OfType<JobQueue>())
        {
            if (queue.Handler.Schedule is { } schedule && queue.Endpoint == queue.Handler.Name)
            {
                entries.Add(
                    new ScheduleEntry(queue.PluginKey, queue.Endpoint)
                    {
                        LastAt = await LastAsync(queue, schedule, cancellation),
                        NextAt = Next(new CronSchedule(schedule, queue.Handler.Target), next),
                    }
                );
            }
        }

        return entries;
    }

    private async Task<DateTimeOffset?> LastAsync(JobQueue queue, JobSchedule schedule, CancellationToken cancellation)
    {
        if (!store.IsOpen)
        {
            throw new InboxUnavailableException("The store is not open.");
        }

        var key = new ValueKey(queue.PluginKey, ValueKey.Schedules, queue.Endpoint);
        return ScheduleMark.Read((await store.Inner.GetValueAsync(key, cancellation))?.Value) is { } mark && mark.IsOf(schedule)
            ? mark.Last
            : null;
    }

    private List<DateTimeOffset> Next(CronSchedule schedule, int count)
    {
        var found = new List<DateTimeOffset>(count);
        for (var at = schedule.Next(time.GetUtcNow()); at is { } occurrence && found.Count < count; at = schedule.Next(occurrence))
        {
            found.Add(occurrence);
        }

        return found;
    }
}
