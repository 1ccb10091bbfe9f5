namespace Hooklatch;

/// <summary>
/// Marks a method that runs at the times of a cron expression: stored as a job when its time comes, once over all hosts that share a store. Its parameters
/// are <see cref="JobContext"/>, <see cref="CancellationToken"/> and services.
/// </summary>
/// <remarks>
/// When clocks are put forward, an occurrence in the hour that is left out comes right after it. When they are put back, one at a time of day comes once, and
/// one of every so many minutes goes on. The expressions are those of https://github.com/HangfireIO/Cronos.
/// </remarks>
/// <param name="expression">
/// Minute, hour, day of month, month, day of week: <c>0 */5 * * *</c>. With six fields, the first is the second. Macros such as <c>@daily</c> are known.
/// </param>
/// <example>
/// <code>
/// [Recurring("0 6 * * MON-FRI", TimeZone = "Europe/Berlin")]
/// public Task Report(JobContext context) => …
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RecurringAttribute(string expression) : Attribute
{
    /// <summary>The cron expression.</summary>
    public string Expression { get; } = expression;

    /// <summary>
    /// The time zone of the expression by its IANA name, such as <c>Europe/Berlin</c>. The host needs its data (the package <c>tzdata</c> of Debian and
    /// Alpine), and stops at its start where it is missing. Default: UTC.
    /// </summary>
    public string? TimeZone { get; set; }

    /// <summary>What becomes of occurrences while no host ran. Default: <see cref="MissedRuns.Once"/>.</summary>
    public MissedRuns Missed { get; set; } = MissedRuns.Once;

    /// <summary>How many occurrences <see cref="MissedRuns.All"/> makes up for, the latest ones: 1 to 1000. Default: 100.</summary>
    public int MaxMissed { get; set; } = 100;

    /// <summary>What it is stored as; see <see cref="JobAttribute.Name"/>. Default: <c>Class.Method</c>.</summary>
    public string? Name { get; set; }

    /// <summary>How many seconds the method may run before its token is cancelled: 1 to 86,400. Default: 600.</summary>
    public int TimeoutSeconds { get; set; } = 600;
}
