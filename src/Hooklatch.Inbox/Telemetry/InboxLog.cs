using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Inbox.Running;
using Hooklatch.Telemetry;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Inbox.Telemetry;

/// <summary>
/// The lines of the log. What a sender or a handler's error writes is in them as one line. Whoever can send can have deliveries fail: of many failures
/// alike only the first are written; the rest are counted.
/// </summary>
internal sealed partial class InboxLog(TimeProvider time, ILogger<InboxLog> logger) : IDisposable
{
    private readonly DeliveryLogThrottle _failures = new(
        time,
        (plugin, endpoint, last, count) => LogMoreFailed(logger, count, plugin, endpoint, DeliveryLogThrottle.Seconds, last.Reason)
    );

    public void Opened(string store) => LogOpened(logger, store);

    public void NeedsPerson(InboxDepth depth) =>
        LogNeedsPerson(logger, depth.Plugin, WorkName.AfterPlugin(depth.Endpoint), depth.Dead, depth.Quarantined);

    public void Unserved(InboxDepth depth) =>
        LogUnserved(logger, depth.Plugin, WorkName.AfterPlugin(depth.Endpoint), depth.Ready + depth.Delayed);

    public void Unavailable(string store, Exception error) => LogUnavailable(logger, error, store);

    public void Back(string store) => LogBack(logger, store);

    public void KeysKept(string problems) => LogKeysKept(logger, problems);

    public void Handled(InboxWork work, InboxItem item, TimeSpan elapsed)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            LogHandled(
                logger,
                LogText.Safe(item.DeliveryId),
                work.Id,
                work.Plugin,
                WorkName.AfterPlugin(work.Endpoint),
                LogText.Safe(item.Event),
                work.Attempt,
                Math.Round(elapsed.TotalMilliseconds, 1)
            );
        }
    }

    public void Retry(InboxWork work, InboxItem item, int maxAttempts, Failure failure, TimeSpan delay)
    {
        if (ShouldLog(work, failure.Type))
        {
            LogRetry(
                logger,
                failure.Exception,
                LogText.Safe(item.DeliveryId),
                work.Id,
                work.Plugin,
                WorkName.AfterPlugin(work.Endpoint),
                failure.Type,
                work.Attempt,
                maxAttempts,
                Math.Round(delay.TotalSeconds, 1)
            );
        }
    }

    public void Dead(InboxWork work, InboxItem? item, Failure failure)
    {
        if (ShouldLog(work, failure.Type))
        {
            LogDead(
                logger,
                failure.Exception,
                LogText.Safe(item?.DeliveryId),
                work.Id,
                work.Plugin,
                WorkName.AfterPlugin(work.Endpoint),
                failure.Type,
                LogText.Safe(failure.Message),
                work.Attempt
            );
        }
    }

    /// <param name="work">The claim.</param>
    /// <param name="reason">One of a few, by which many alike are counted.</param>
    /// <param name="detail">What an author's code or a sender may have written.</param>
    public void Postponed(InboxWork work, string reason, string? detail)
    {
        if (ShouldLog(work, reason))
        {
            LogPostponed(
                logger,
                work.Id,
                work.Plugin,
                WorkName.AfterPlugin(work.Endpoint),
                detail is null ? reason : $"{reason}: {LogText.Safe(detail)}"
            );
        }
    }

    public void ScheduleHeld(string plugin, string job, DateTimeOffset occurrence)
    {
        var end = new DeliveryEnd(DeliveryOutcome.Failed, 0) { Reason = "no room" };
        if (_failures.ShouldLog(plugin, job, end))
        {
            LogScheduleHeld(logger, plugin, job, occurrence);
        }
    }

    public void ScheduleAhead(string plugin, string job, DateTimeOffset last) => LogScheduleAhead(logger, plugin, job, last);

    public void Hung(InboxWork work, InboxItem item, string target) => LogHung(logger, target, LogText.Safe(item.DeliveryId), work.Id);

    public void Suspect(InboxWork work) => LogSuspect(logger, work.Id, work.Plugin, WorkName.AfterPlugin(work.Endpoint), work.Crashes);

    /// <param name="work">The claim.</param>
    /// <param name="isExpected">Whether it was known before that it is none any more.</param>
    public void Stale(InboxWork work, bool isExpected)
    {
        if (!isExpected)
        {
            LogStale(logger, work.Id, work.Plugin, WorkName.AfterPlugin(work.Endpoint));
        }
    }

    public void Draining(int running)
    {
        if (running > 0)
        {
            LogDraining(logger, running);
        }
    }

    public void Drained(int running)
    {
        if (running > 0)
        {
            LogNotDrained(logger, running);
        }
    }

    /// <summary>Writes what was counted so far.</summary>
    public void Dispose() => _failures.Dispose();

    /// <summary>There are as many reasons as there are types of errors in the host's code, whatever senders do.</summary>
    private bool ShouldLog(InboxWork work, string reason) =>
        _failures.ShouldLog(work.Plugin, work.Endpoint, new DeliveryEnd(DeliveryOutcome.Failed, 0) { Reason = reason });

    [LoggerMessage(
        EventId = LogEvents.InboxOpened,
        EventName = nameof(LogEvents.InboxOpened),
        Level = LogLevel.Information,
        Message = "Queued deliveries are stored in {Store}"
    )]
    private static partial void LogOpened(ILogger logger, string store);

    [LoggerMessage(
        EventId = LogEvents.InboxUnavailable,
        EventName = nameof(LogEvents.InboxUnavailable),
        Level = LogLevel.Error,
        Message = "The inbox {Store} cannot be used. Queued deliveries are answered 503 until it can; nothing that was answered 2xx is lost."
    )]
    private static partial void LogUnavailable(ILogger logger, Exception error, string store);

    [LoggerMessage(
        EventId = LogEvents.InboxBack,
        EventName = nameof(LogEvents.InboxBack),
        Level = LogLevel.Information,
        Message = "The inbox {Store} can be used again."
    )]
    private static partial void LogBack(ILogger logger, string store);

    [LoggerMessage(
        EventId = LogEvents.InboxKeysKept,
        EventName = nameof(LogEvents.InboxKeysKept),
        Level = LogLevel.Error,
        Message = "The keys of stored bodies cannot be used as they are configured now, and those from before stay in use: {Problems}"
    )]
    private static partial void LogKeysKept(ILogger logger, string problems);

    [LoggerMessage(
        EventId = LogEvents.QueuedHandled,
        EventName = nameof(LogEvents.QueuedHandled),
        Level = LogLevel.Information,
        SkipEnabledCheck = true,
        Message = "Delivery {DeliveryId} ({Id}) to {Plugin}{Endpoint} was handled: event {EventName}, try {Attempt}, {Elapsed} ms"
    )]
    private static partial void LogHandled(
        ILogger logger,
        string deliveryId,
        long id,
        string plugin,
        string endpoint,
        string eventName,
        int attempt,
        double elapsed
    );

    [LoggerMessage(
        EventId = LogEvents.QueuedRetry,
        EventName = nameof(LogEvents.QueuedRetry),
        Level = LogLevel.Warning,
        Message = "Delivery {DeliveryId} ({Id}) to {Plugin}{Endpoint} failed with {ErrorType}: try {Attempt} of {MaxAttempts}, the next in {Delay} s."
    )]
    private static partial void LogRetry(
        ILogger logger,
        Exception? error,
        string deliveryId,
        long id,
        string plugin,
        string endpoint,
        string errorType,
        int attempt,
        int maxAttempts,
        double delay
    );

    [LoggerMessage(
        EventId = LogEvents.QueuedDead,
        EventName = nameof(LogEvents.QueuedDead),
        Level = LogLevel.Error,
        Message = "Delivery {DeliveryId} ({Id}) to {Plugin}{Endpoint} is dead after try {Attempt}, and waits for a person: {ErrorType}: {Reason}"
    )]
    private static partial void LogDead(
        ILogger logger,
        Exception? error,
        string deliveryId,
        long id,
        string plugin,
        string endpoint,
        string errorType,
        string reason,
        int attempt
    );

    [LoggerMessage(
        EventId = LogEvents.QueuedHung,
        EventName = nameof(LogEvents.QueuedHung),
        Level = LogLevel.Error,
        Message = "The handler {Handler} ignores its CancellationToken and still runs delivery {DeliveryId} ({Id}), which is tried again meanwhile."
    )]
    private static partial void LogHung(ILogger logger, string handler, string deliveryId, long id);

    [LoggerMessage(
        EventId = LogEvents.InboxSuspects,
        EventName = nameof(LogEvents.InboxSuspects),
        Level = LogLevel.Warning,
        Message = "Delivery {Id} to {Plugin}{Endpoint} was running when a process died ({Crashes} times): it runs alone now."
    )]
    private static partial void LogSuspect(ILogger logger, long id, string plugin, string endpoint, int crashes);

    [LoggerMessage(
        EventId = LogEvents.InboxStale,
        EventName = nameof(LogEvents.InboxStale),
        Level = LogLevel.Warning,
        Message = "Delivery {Id} to {Plugin}{Endpoint} had ended otherwise before its handler did: it was erased, dismissed, or another process had taken it over."
    )]
    private static partial void LogStale(ILogger logger, long id, string plugin, string endpoint);

    [LoggerMessage(
        EventId = LogEvents.InboxDraining,
        EventName = nameof(LogEvents.InboxDraining),
        Level = LogLevel.Information,
        Message = "The host stops: waiting for {Count} deliveries that run."
    )]
    private static partial void LogDraining(ILogger logger, int count);

    [LoggerMessage(
        EventId = LogEvents.InboxDrained,
        EventName = nameof(LogEvents.InboxDrained),
        Level = LogLevel.Warning,
        Message = "{Count} deliveries did not end in time; they run again after the next start."
    )]
    private static partial void LogNotDrained(ILogger logger, int count);

    [LoggerMessage(
        EventId = LogEvents.InboxNeedsPerson,
        EventName = nameof(LogEvents.InboxNeedsPerson),
        Level = LogLevel.Warning,
        Message = "Of the deliveries to {Plugin}{Endpoint}, {Dead} are dead and {Quarantined} quarantined: they wait for a person to requeue or dismiss them."
    )]
    private static partial void LogNeedsPerson(ILogger logger, string plugin, string endpoint, long dead, long quarantined);

    [LoggerMessage(
        EventId = LogEvents.InboxUnserved,
        EventName = nameof(LogEvents.InboxUnserved),
        Level = LogLevel.Warning,
        Message = "{Count} deliveries to {Plugin}{Endpoint} wait: this host has no queued webhook of that path and no job of that name."
    )]
    private static partial void LogUnserved(ILogger logger, string plugin, string endpoint, long count);

    [LoggerMessage(
        EventId = LogEvents.QueuedPostponed,
        EventName = nameof(LogEvents.QueuedPostponed),
        Level = LogLevel.Warning,
        Message = "Delivery {Id} to {Plugin}{Endpoint} did not begin: {Reason}. It is tried again in some seconds."
    )]
    private static partial void LogPostponed(ILogger logger, long id, string plugin, string endpoint, string reason);

    [LoggerMessage(
        EventId = LogEvents.QueuedMoreFailed,
        EventName = nameof(LogEvents.QueuedMoreFailed),
        Level = LogLevel.Warning,
        Message = "{Count} more deliveries to {Plugin}{Endpoint} failed within {Seconds} s: {ErrorType}"
    )]
    private static partial void LogMoreFailed(ILogger logger, long count, string plugin, string endpoint, int seconds, string? errorType);

    [LoggerMessage(
        EventId = LogEvents.ScheduleHeld,
        EventName = nameof(LogEvents.ScheduleHeld),
        Level = LogLevel.Warning,
        Message = "The run of {Plugin} {Job} for {Occurrence:O} is not stored yet: the inbox has no room for it. It is tried again in some seconds."
    )]
    private static partial void LogScheduleHeld(ILogger logger, string plugin, string job, DateTimeOffset occurrence);

    [LoggerMessage(
        EventId = LogEvents.ScheduleAhead,
        EventName = nameof(LogEvents.ScheduleAhead),
        Level = LogLevel.Warning,
        Message = "The runs of {Plugin} {Job} were stored up to {Last:O}, which lies far ahead: a clock was wrong. The schedule begins anew now."
    )]
    private static partial void LogScheduleAhead(ILogger logger, string plugin, string job, DateTimeOffset last);
}
