namespace Hooklatch.Inbox.Jobs;

/// <summary>A schedule that this host watches.</summary>
internal sealed class ScheduleWatch(JobQueue queue, CronSchedule times)
{
    public JobQueue Queue => queue;

    public CronSchedule Times => times;

    /// <summary>When the store is asked again.</summary>
    public NextLook Look { get; } = new();

    /// <summary>Up to when the runs were stored, as this host last knew it.</summary>
    public DateTimeOffset? Last { get; set; }
}
