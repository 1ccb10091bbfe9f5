using System.Globalization;
using Hooklatch.Console.Bodies;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Deliveries;

/// <summary>Tells in order what happened to a delivery.</summary>
internal static class Timeline
{
    public static IReadOnlyList<TimelineEntry> Of(InboxSummary delivery, IReadOnlyList<InboxAttempt> attempts, bool isInline)
    {
        var entries = new List<TimelineEntry>
        {
            new() { At = delivery.ReceivedAt, What = Beginning(delivery, isInline) },
        };
        entries.AddRange(attempts.Select(attempt => Of(attempt, isInline)));
        if (delivery is { State: InboxState.Delayed, DueAt: { } due })
        {
            entries.Add(new() { At = due, What = attempts.Count == 0 ? "To be run" : "To be tried again" });
        }

        if (delivery.EndedAt is { } ended && Ending(delivery.State) is { } ending)
        {
            entries.Add(
                new()
                {
                    At = ended,
                    What = ending,
                    IsTrouble = delivery.State is not InboxState.Done,
                }
            );
        }

        // In the order of their times; what has the same time stays as it was told.
        return [.. entries.OrderBy(entry => entry.At)];
    }

    private static string Beginning(InboxSummary delivery, bool isInline) =>
        delivery.ReplayOf is { } earlier ? string.Create(CultureInfo.InvariantCulture, $"Stored as a replay of {earlier}")
        : WorkName.IsJob(delivery.Endpoint) ? "Enqueued"
        : isInline ? "Received, and handled while its sender waited"
        : "Received and stored";

    private static TimelineEntry Of(InboxAttempt attempt, bool isInline)
    {
        var name = isInline ? "The handler" : string.Create(CultureInfo.InvariantCulture, $"Try {attempt.Number}");
        var isCrash = attempt.State is InboxState.Suspect or InboxState.Quarantined;
        var isDone = attempt.State is InboxState.Done;
        var took =
            attempt.Elapsed > TimeSpan.Zero
                ? string.Create(CultureInfo.InvariantCulture, $" after {attempt.Elapsed.TotalMilliseconds:0.###} ms")
                : "";
        return new TimelineEntry
        {
            At = attempt.StartedAt + attempt.Elapsed,
            What =
                isCrash ? $"{name} ended with the process: it died or was killed while the handler ran"
                : isDone ? $"{name} succeeded{took}"
                : $"{name} failed{took}: {new SecretMask(SecretNames.Strict).InText(attempt.ErrorType ?? "unknown")}",
            IsTrouble = !isDone,
        };
    }

    private static string? Ending(InboxState state) =>
        state switch
        {
            InboxState.Done => "Done",
            InboxState.Dead => "Given up: it waits for a person",
            InboxState.Quarantined => "Quarantined, since the process died with it: it waits for a person",
            _ => null,
        };
}
