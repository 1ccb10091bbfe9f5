using System.Text;
using Hooklatch.Deliveries;
using Hooklatch.Endpoints.Gates;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Hooklatch.Endpoints;

/// <summary>
/// The way of a delivery to one endpoint: gate after gate, then its handler, then the answer. Whatever happens, it ends in one place. The
/// route and the plugin's state were decided by <see cref="Routing.WebhookMatcherPolicy"/>.
/// </summary>
internal sealed class WebhookPipeline(
    WebhookEndpoint webhook,
    Gate[] gates,
    ReplyHeaders? replies,
    IDeliveryObserver observer,
    TimeProvider time,
    DeliveryRecording? recording = null
)
{
    /// <summary>Whether its deliveries are tests that end before the handler.</summary>
    public bool StopsBeforeHandler { get; init; }

    public async Task InvokeAsync(HttpContext http)
    {
        var began = time.GetTimestamp();
        var delivery = new Delivery(webhook.Key, http, time.GetUtcNow()) { StopsBeforeHandler = StopsBeforeHandler };
        var span = observer.Begin(delivery);
        var result = default(WebhookResult);
        // Unless a line below says otherwise: an answer that had begun and is cut off.
        var end = new DeliveryEnd(DeliveryOutcome.Failed, 0) { Reason = "answer" };
        replies?.Write(http.Response);
        try
        {
            result = await ReceiveAsync(delivery, http);
            // Written before the body is given back: an answer may be a window on it.
            await ResponseWriter.WriteAsync(http, result);
            end = DeliveryEnd.Of(result, http.Response.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // A sender that misses the answer sends again, and the delivery was taken.
            var isTimed = http.Features.Get<IHttpRequestTimeoutFeature>() is not null;
            end = isTimed
                ? new DeliveryEnd(DeliveryOutcome.Abandoned, 0) { Reason = DeliveryEnd.TimedOut }
                : new DeliveryEnd(DeliveryOutcome.Abandoned, result.Status);
            if (isTimed)
            {
                // The middleware for [RequestTimeout] has ended the request and answers it.
                throw;
            }
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            // The body that a handler reads while it arrives turned out too large, too slow or malformed.
            end = await RejectAsync(http, Rejection.Of(error));
        }
        catch (InboxUnavailableException) when (!http.Response.HasStarted)
        {
            // The job that the handler wanted to start is not known to be stored: the sender is to come again.
            end = await RejectAsync(http, Rejection.InboxUnavailable);
        }
        catch (WebhookException rejection) when (!http.Response.HasStarted)
        {
            await ResponseWriter.WriteAsync(http, rejection);
            end = DeliveryEnd.Of(rejection, rejection.Status);
        }
#pragma warning disable CA1031 // The boundary: whatever a handler throws, its delivery fails and nothing else does.
        catch (Exception error)
#pragma warning restore CA1031
        {
            end = end with { Error = error };
            if (http.Response.HasStarted)
            {
                // The server cuts the answer off.
                throw;
            }

            end = end with { Status = Rejection.HandlerFailed.Status, Reason = Rejection.HandlerFailed.Reason };
            await RejectAsync(http, Rejection.HandlerFailed);
        }
        finally
        {
            await EndAsync(delivery, end with { Elapsed = time.GetElapsedTime(began), Bytes = LengthOf(delivery) }, span);
        }
    }

    private async ValueTask<WebhookResult> ReceiveAsync(Delivery delivery, HttpContext http)
    {
        foreach (var gate in gates)
        {
            if (await gate.PassAsync(delivery, http) is { } answer)
            {
                return answer.Outcome is DeliveryOutcome.Duplicate or DeliveryOutcome.Queued ? Acknowledge(delivery, answer) : answer;
            }
        }

        delivery.IsTaken = true;
        return Acknowledge(delivery, await webhook.HandleAsync(delivery));
    }

    /// <summary>The one end of a delivery: what it held is given back, and the observer hears of it.</summary>
    private async ValueTask EndAsync(Delivery delivery, DeliveryEnd end, System.Diagnostics.Activity? span)
    {
        try
        {
            if (end.IsAccepted)
            {
                delivery.Claim?.Complete(end.Status);
            }

            // Whatever was not taken, the sender's next try runs.
            delivery.Claim?.Release();
            recording?.Record(delivery, end);
            if (delivery.Arriving is { } arriving)
            {
                await arriving.DisposeAsync();
            }

            delivery.Body?.Dispose();
            delivery.Received?.Dispose();
        }
        finally
        {
            observer.End(delivery, end, span);
        }
    }

    private async ValueTask<DeliveryEnd> RejectAsync(HttpContext http, Rejection rejected)
    {
        http.Response.Clear();
        replies?.Write(http.Response);
        await ResponseWriter.WriteAsync(http, rejected);
        return DeliveryEnd.Of(rejected, rejected.Status);
    }

    private static long LengthOf(Delivery delivery) => (delivery.Received ?? delivery.Body)?.Length ?? 0;

    /// <summary>What a provider demands to hear, where there is nothing else to say. A copy keeps the status of the first answer.</summary>
    private WebhookResult Acknowledge(Delivery delivery, in WebhookResult result) =>
        !result.IsAcknowledgement ? result
        : delivery.Verdict?.Acknowledgement is { } own ? result.Acknowledged(StatusCodes.Status200OK, own.ContentType, own.Body)
        : webhook.Sender.Acknowledgement is { } fixedAnswer
            ? result.Acknowledged(fixedAnswer.Status, fixedAnswer.ContentType, Encoding.UTF8.GetBytes(fixedAnswer.Body))
        : result;
}
