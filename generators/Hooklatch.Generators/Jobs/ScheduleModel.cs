namespace Hooklatch.Generators.Jobs;

/// <summary>When a job recurs.</summary>
/// <param name="Expression">The cron expression.</param>
/// <param name="TimeZone">The time zone; <see langword="null"/> for UTC.</param>
/// <param name="Missed">The member of <c>MissedRuns</c>, by its number.</param>
/// <param name="MaxMissed">How many are made up for; 0 where nothing is said.</param>
internal sealed record ScheduleModel(string Expression, string? TimeZone, int Missed, int MaxMissed);
