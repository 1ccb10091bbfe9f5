using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Signing.Refusals;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Telemetry;

/// <summary>
/// One line for each delivery: at Information for one that was taken, and a warning for one that was rejected. Forged traffic must not fill a
/// disk, so that of many rejections alike only the first are written; the rest are counted.
/// </summary>
internal sealed partial class DeliveryLog(TimeProvider time, ILogger<DeliveryLog> logger) : IDisposable
{
    private readonly DeliveryLogThrottle _rejections = new(
        time,
        (plugin, endpoint, end, count) =>
            LogMoreRejected(
                logger,
                LevelOf(end.NeedsOperator),
                count,
                plugin,
                endpoint,
                DeliveryLogThrottle.Seconds,
                end.Status,
                end.Detail
            )
    );
    private readonly DeliveryLogThrottle _handshakes = new(
        time,
        (plugin, endpoint, end, count) => LogMoreHandshakes(logger, count, plugin, endpoint, DeliveryLogThrottle.Seconds, end.Status)
    );

    public void Write(Delivery delivery, in DeliveryEnd end)
    {
        switch (end.Outcome)
        {
            case DeliveryOutcome.Rejected:
                if (_rejections.ShouldLog(delivery.Plugin, delivery.Endpoint, end))
                {
                    LogRejected(logger, LevelOf(end.NeedsOperator), delivery.Plugin, delivery.Endpoint, end.Status, end.Detail);
                }

                if (delivery.Explanation is { } explanation)
                {
                    LogExplained(logger, delivery.Plugin, delivery.Endpoint, explanation);
                }

                break;
            case DeliveryOutcome.Failed:
                LogHandlerFailed(logger, end.Error, delivery.Plugin, delivery.Endpoint, LogText.Safe(delivery.DeliveryId));
                break;
            case DeliveryOutcome.Abandoned when end.Reason is DeliveryEnd.TimedOut:
                LogOutOfTime(logger, delivery.Plugin, delivery.Endpoint, LogText.Safe(delivery.DeliveryId));
                break;
            case DeliveryOutcome.Abandoned:
                LogSenderLeft(logger, delivery.Plugin, delivery.Endpoint);
                break;
            case DeliveryOutcome.Unhandled:
                LogUnhandled(logger, delivery.Plugin, delivery.Endpoint, LogText.Safe(delivery.Event));
                break;
            case DeliveryOutcome.Duplicate:
                LogDuplicate(logger, delivery.Plugin, delivery.Endpoint, LogText.Safe(delivery.DeliveryId), end.Status);
                break;
            case DeliveryOutcome.Handshake:
                if (_handshakes.ShouldLog(delivery.Plugin, delivery.Endpoint, end))
                {
                    LogHandshake(logger, delivery.Plugin, delivery.Endpoint, end.Status);
                }

                break;
            default:
                WriteHandled(delivery, end);
                break;
        }
    }

    public void Dispose()
    {
        _rejections.Dispose();
        _handshakes.Dispose();
    }

    private void WriteHandled(Delivery delivery, in DeliveryEnd end)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            LogHandled(
                logger,
                LogText.Safe(delivery.DeliveryId),
                delivery.Plugin,
                delivery.Endpoint,
                end.Status,
                LogText.Safe(delivery.Event),
                end.Bytes,
                Math.Round(end.Elapsed.TotalMilliseconds, 1)
            );
        }
    }

    private static LogLevel LevelOf(bool isOurs) => isOurs ? LogLevel.Error : LogLevel.Warning;

    [LoggerMessage(
        EventId = LogEvents.DeliveryHandled,
        EventName = nameof(LogEvents.DeliveryHandled),
        Level = LogLevel.Information,
        SkipEnabledCheck = true,
        Message = "Delivery {DeliveryId} to {Plugin}{Endpoint} was answered {Status}: event {EventName}, {Bytes} bytes, {Elapsed} ms"
    )]
    private static partial void LogHandled(
        ILogger logger,
        string deliveryId,
        string plugin,
        string endpoint,
        int status,
        string eventName,
        long bytes,
        double elapsed
    );

    [LoggerMessage(
        EventId = LogEvents.DeliveryRejected,
        EventName = nameof(LogEvents.DeliveryRejected),
        Message = "A delivery to {Plugin}{Endpoint} was rejected: {Status} {Reason}"
    )]
    private static partial void LogRejected(ILogger logger, LogLevel level, string plugin, string endpoint, int status, string? reason);

    [LoggerMessage(
        EventId = LogEvents.RefusalExplained,
        EventName = nameof(LogEvents.RefusalExplained),
        Level = LogLevel.Warning,
        Message = "Why the delivery to {Plugin}{Endpoint} was refused: {Explanation}"
    )]
    private static partial void LogExplained(ILogger logger, string plugin, string endpoint, RefusalExplanation explanation);

    [LoggerMessage(
        EventId = LogEvents.DeliveriesRejected,
        EventName = nameof(LogEvents.DeliveriesRejected),
        Message = "{Count} more deliveries to {Plugin}{Endpoint} were rejected within {Seconds} s: {Status} {Reason}"
    )]
    private static partial void LogMoreRejected(
        ILogger logger,
        LogLevel level,
        long count,
        string plugin,
        string endpoint,
        int seconds,
        int status,
        string? reason
    );

    [LoggerMessage(
        EventId = LogEvents.HandlerFailed,
        EventName = nameof(LogEvents.HandlerFailed),
        Level = LogLevel.Error,
        Message = "The handler of {Plugin}{Endpoint} failed on delivery {DeliveryId}."
    )]
    private static partial void LogHandlerFailed(ILogger logger, Exception? exception, string plugin, string endpoint, string deliveryId);

    [LoggerMessage(
        EventId = LogEvents.DuplicateDelivery,
        EventName = nameof(LogEvents.DuplicateDelivery),
        Level = LogLevel.Information,
        Message = "A copy of delivery {DeliveryId} to {Plugin}{Endpoint} was answered {Status} without running the handler."
    )]
    private static partial void LogDuplicate(ILogger logger, string plugin, string endpoint, string deliveryId, int status);

    [LoggerMessage(
        EventId = LogEvents.UnhandledEvent,
        EventName = nameof(LogEvents.UnhandledEvent),
        Level = LogLevel.Debug,
        Message = "No handler of {Plugin}{Endpoint} takes the event {Event}; it was acknowledged."
    )]
    private static partial void LogUnhandled(ILogger logger, string plugin, string endpoint, string @event);

    [LoggerMessage(
        EventId = LogEvents.HandshakeAnswered,
        EventName = nameof(LogEvents.HandshakeAnswered),
        Level = LogLevel.Information,
        Message = "A handshake of the provider of {Plugin}{Endpoint} was answered {Status}."
    )]
    private static partial void LogHandshake(ILogger logger, string plugin, string endpoint, int status);

    [LoggerMessage(
        EventId = LogEvents.SenderDisconnected,
        EventName = nameof(LogEvents.SenderDisconnected),
        Level = LogLevel.Debug,
        Message = "The sender of a delivery to {Plugin}{Endpoint} went away before the answer."
    )]
    private static partial void LogSenderLeft(ILogger logger, string plugin, string endpoint);

    [LoggerMessage(
        EventId = LogEvents.HandshakesAnswered,
        EventName = nameof(LogEvents.HandshakesAnswered),
        Level = LogLevel.Information,
        Message = "{Count} more handshakes of the provider of {Plugin}{Endpoint} were answered {Status} within {Seconds} s."
    )]
    private static partial void LogMoreHandshakes(ILogger logger, long count, string plugin, string endpoint, int seconds, int status);

    [LoggerMessage(
        EventId = LogEvents.DeliveryTimedOut,
        EventName = nameof(LogEvents.DeliveryTimedOut),
        Level = LogLevel.Warning,
        Message = "The handler of {Plugin}{Endpoint} did not end in the time of its request on delivery {DeliveryId}."
    )]
    private static partial void LogOutOfTime(ILogger logger, string plugin, string endpoint, string deliveryId);
}
