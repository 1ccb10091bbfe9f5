using System.ComponentModel;

namespace Hooklatch.Jobs;

/// <summary>When a job recurs, as <see cref="RecurringAttribute"/> describes it.</summary>
/// <param name="Expression">The cron expression.</param>
/// <param name="TimeZone">The time zone's IANA name; <see langword="null"/> for UTC.</param>
/// <param name="Missed">What becomes of occurrences while no host ran.</param>
/// <param name="MaxMissed">How many are made up for, at most.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record JobSchedule(string Expression, string? TimeZone = null, MissedRuns Missed = MissedRuns.Once, int MaxMissed = 100);
