using System.Diagnostics;

namespace Hooklatch.Inbox.Telemetry;

/// <summary>
/// A span for each run, of the source <c>Hooklatch</c>: a consumer's, as OpenTelemetry's conventions for messaging describe it, linked to the span of the
/// request that brought the delivery.
/// </summary>
/// <remarks>https://opentelemetry.io/docs/specs/semconv/messaging/messaging-spans/</remarks>
internal static class InboxSpans
{
    private static readonly ActivitySource Source = new("Hooklatch");

    public static Activity? Begin(InboxWork work, InboxItem item, string? traceParent)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        ActivityLink[] links = ActivityContext.TryParse(traceParent, null, out var request) ? [new(request)] : [];
        var span = Source.StartActivity(
            $"process {item.Plugin}{WorkName.AfterPlugin(item.Endpoint)}",
            ActivityKind.Consumer,
            default(ActivityContext),
            links: links
        );
        span?.SetTag("messaging.system", "hooklatch")
            .SetTag("messaging.operation.name", "process")
            .SetTag("messaging.operation.type", "process")
            .SetTag("messaging.destination.name", $"{item.Plugin}{WorkName.AfterPlugin(item.Endpoint)}")
            .SetTag("messaging.message.id", work.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .SetTag("messaging.message.body.size", item.Body.Length)
            .SetTag("hooklatch.plugin", item.Plugin)
            .SetTag("hooklatch.endpoint", item.Endpoint)
            .SetTag("hooklatch.attempt", work.Attempt);
        if (item.DeliveryId is { } id)
        {
            span?.SetTag("hooklatch.delivery.id", LogText.Safe(id));
        }

        return span;
    }

    public static void End(InboxResult result, Activity? span)
    {
        if (span is null)
        {
            return;
        }

        if (result.ErrorType is { } type)
        {
            span.SetTag("error.type", type);
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }
}
