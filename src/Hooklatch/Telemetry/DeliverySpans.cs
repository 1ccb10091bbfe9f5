using System.Diagnostics;
using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Telemetry;

/// <summary>
/// One span for each delivery, of the source <c>Hooklatch</c>, inside the server's span of the request. What the sender calls its event and
/// delivery is cut and escaped as in the log.
/// </summary>
internal static class DeliverySpans
{
    public const string SourceName = "Hooklatch";

    private static readonly ActivitySource Source = new(SourceName);

    public static Activity? Begin(Delivery delivery)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var span = Source.StartActivity("hooklatch.delivery");
        span?.SetTag("hooklatch.plugin", delivery.Plugin);
        span?.SetTag("hooklatch.endpoint", delivery.Endpoint);
        return span;
    }

    public static void End(Delivery delivery, in DeliveryEnd end, Activity? span)
    {
        if (span is null)
        {
            return;
        }

        SetText(span, "hooklatch.event", delivery.Event);
        SetText(span, "hooklatch.delivery.id", delivery.DeliveryId);
        span.SetTag("hooklatch.outcome", OutcomeNames.Of(end.Outcome));
        if (end.Reason is { } reason)
        {
            span.SetTag("hooklatch.reason", reason);
        }

        if (end.Outcome is DeliveryOutcome.Failed || end.NeedsOperator)
        {
            span.SetStatus(ActivityStatusCode.Error, end.Error?.GetType().FullName ?? end.Detail);
        }

        span.Dispose();
    }

    private static void SetText(Activity span, string name, string? text)
    {
        if (text is not null)
        {
            span.SetTag(name, LogText.Safe(text));
        }
    }
}
