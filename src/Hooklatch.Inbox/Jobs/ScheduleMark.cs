using System.Globalization;
using System.Text;
using Hooklatch.Jobs;

namespace Hooklatch.Inbox.Jobs;

/// <summary>Up to when the runs of a schedule were stored. A schedule that was changed is another one.</summary>
/// <param name="Last">The last occurrence that was stored or left out.</param>
/// <param name="Expression">The expression that it was of.</param>
/// <param name="TimeZone">The time zone of that.</param>
internal sealed record ScheduleMark(DateTimeOffset Last, string Expression, string TimeZone)
{
    public static ScheduleMark Of(JobSchedule schedule, DateTimeOffset last) => new(last, schedule.Expression, schedule.TimeZone ?? "");

    public bool IsOf(JobSchedule schedule) => Expression == schedule.Expression && TimeZone == (schedule.TimeZone ?? "");

    public byte[] Write() =>
        Encoding.UTF8.GetBytes($"{Last.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}\n{Expression}\n{TimeZone}");

    /// <summary>Reads a mark; what cannot be read is none.</summary>
    public static ScheduleMark? Read(ReadOnlyMemory<byte>? value)
    {
        if (value is not { } bytes)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return
            Encoding.UTF8.GetString(bytes.Span).Split('\n') is [var last, var expression, var zone]
            && DateTimeOffset.TryParse(last, CultureInfo.InvariantCulture, Utc, out var at)
            ? new(at, expression, zone)
            : null;
    }
}
