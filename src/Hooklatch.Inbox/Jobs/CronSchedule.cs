using Cronos;
using Hooklatch.Jobs;

namespace Hooklatch.Inbox.Jobs;

/// <summary>The times of a schedule.</summary>
internal sealed class CronSchedule
{
    private static readonly TimeSpan FirstWindow = TimeSpan.FromMinutes(1);

    private readonly CronExpression _expression;
    private readonly TimeZoneInfo _zone;

    /// <exception cref="InvalidOperationException">The expression or the time zone cannot be read; the message says what to do.</exception>
    public CronSchedule(JobSchedule schedule, string target)
    {
        try
        {
            _expression = CronExpression.Parse(schedule.Expression, FormatOf(schedule.Expression));
            _zone = schedule.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
        }
        catch (CronFormatException error)
        {
            throw new InvalidOperationException($"The schedule '{schedule.Expression}' of {target} cannot be read: {error.Message}", error);
        }
        catch (Exception error) when (error is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new InvalidOperationException(
                $"The time zone '{schedule.TimeZone}' of {target} is not known to this system. Install its data: the package tzdata of Debian, Ubuntu and Alpine.",
                error
            );
        }
    }

    /// <summary>Six fields begin with the seconds.</summary>
    public static CronFormat FormatOf(string expression) =>
        expression.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length == 6
            ? CronFormat.IncludeSeconds
            : CronFormat.Standard;

    /// <summary>The first time after another; <see langword="null"/> where there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset after) => _expression.GetNextOccurrence(after, _zone)?.ToUniversalTime();

    /// <summary>The latest times after one and up to another, oldest first. However long that is, it looks at few more than it returns.</summary>
    /// <param name="after">The time after which they are.</param>
    /// <param name="until">The last time that counts.</param>
    /// <param name="max">How many.</param>
    public IReadOnlyList<DateTimeOffset> Latest(DateTimeOffset after, DateTimeOffset until, int max)
    {
        for (var window = FirstWindow; ; window *= 2)
        {
            var isWhole = window >= until - after;
            var from = isWhole ? after : until - window;
            var found = new Queue<DateTimeOffset>();
            var count = 0;
            foreach (var occurrence in _expression.GetOccurrences(from, until, _zone, fromInclusive: false, toInclusive: true))
            {
                count++;
                found.Enqueue(occurrence.ToUniversalTime());
                if (found.Count > max)
                {
                    found.Dequeue();
                }
            }

            if (isWhole || count >= max)
            {
                return [.. found];
            }
        }
    }
}
