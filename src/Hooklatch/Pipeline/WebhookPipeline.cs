using Hooklatch.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Pipeline;

/// <summary>
/// The way of a delivery to one webhook, gate by gate. A gate answers with a rejection or lets the delivery pass; nothing here writes a
/// status. The route, the plugin's state and the method were decided by <see cref="Routing.WebhookMatcherPolicy"/>.
/// </summary>
internal sealed partial class WebhookPipeline(
    WebhookHandler webhook,
    WebhookBodies bodies,
    TimeProvider time,
    ILogger<WebhookPipeline> logger
)
{
    private string Plugin => webhook.Plugin.Key;

    public async Task InvokeAsync(HttpContext http)
    {
        var context = new WebhookContext(webhook, time.GetUtcNow(), http.RequestAborted);
        try
        {
            var result = await ReceiveAsync(context, http);
            // Written before the body is given back: an answer may be a window on it.
            await ResponseWriter.WriteAsync(http, result);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested && IsTimed(http))
        {
            // The middleware for [RequestTimeout] has ended the request and answers it.
            throw;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            LogSenderLeft(logger, Plugin, webhook.Endpoint);
        }
        catch (BadHttpRequestException error) when (!http.Response.HasStarted)
        {
            // The body that a handler reads while it arrives turned out too large, too slow or malformed.
            var refused = Rejection.Of(error);
            LogRefused(logger, LogLevel.Warning, Plugin, webhook.Endpoint, refused.Status, refused.Detail);
            http.Response.Clear();
            await ResponseWriter.WriteAsync(http, refused);
        }
        catch (WebhookException refusal) when (!http.Response.HasStarted)
        {
            await ResponseWriter.WriteAsync(http, refusal);
        }
#pragma warning disable CA1031 // The boundary: whatever a handler throws, its delivery fails and nothing else does.
        catch (Exception exception) when (!http.Response.HasStarted)
#pragma warning restore CA1031
        {
            LogHandlerFailed(logger, exception, Plugin, webhook.Endpoint, LogText.Safe(context.DeliveryId));
            http.Response.Clear();
            await ResponseWriter.WriteAsync(http, Rejection.HandlerFailed);
        }
        finally
        {
            context.Body?.Dispose();
        }
    }

    private static bool IsTimed(HttpContext http) => http.Features.Get<IHttpRequestTimeoutFeature>() is not null;

    private async ValueTask<WebhookResult> ReceiveAsync(WebhookContext context, HttpContext http)
    {
        var refused =
            webhook.Verifier.CheckHeaders(context, http)
            ?? MediaTypeGate.Check(http.Request, webhook.BodyUse)
            ?? await bodies.ReceiveAsync(context, http);
        if (refused is not null)
        {
            // What only the operator can put right, such as a missing secret, is an error; the rest is the sender's.
            LogRefused(
                logger,
                refused.Status >= 500 && refused != Rejection.OutOfBudget ? LogLevel.Error : LogLevel.Warning,
                Plugin,
                webhook.Endpoint,
                refused.Status,
                refused.Detail
            );
            return refused;
        }

        Identify(context, http.Request.Headers);
        var result = await webhook.HandleAsync(context, http);
        if (ReasonOf(result) is { } reason)
        {
            LogRefused(logger, LogLevel.Warning, Plugin, webhook.Endpoint, result.Status, reason);
        }

        return result;
    }

    /// <summary>Why the binding refused a verified delivery; <see langword="null"/> where it did not. Values are never part of it.</summary>
    private static string? ReasonOf(WebhookResult result) =>
        result.Body switch
        {
            Rejection rejection => rejection.Detail ?? "",
            BindingErrors errors => $"Missing or malformed: {string.Join(", ", errors.ByParameter.Keys)}",
            _ => null,
        };

    /// <summary>Notes what the provider calls the event and the delivery. A repeated header names neither.</summary>
    private void Identify(WebhookContext context, IHeaderDictionary headers)
    {
        context.Event = webhook.EventHeader is { } name && headers[name] is [{ Length: > 0 } @event] ? @event : null;
        context.DeliveryId = webhook.DeliveryIdHeader is { } id && headers[id] is [{ Length: > 0 } delivery] ? delivery : null;
    }

    [LoggerMessage(
        EventId = 30,
        EventName = "DeliveryRefused",
        Message = "A delivery to {Plugin}{Endpoint} was refused: {Status} {Reason}"
    )]
    private static partial void LogRefused(ILogger logger, LogLevel level, string plugin, string endpoint, int status, string? reason);

    [LoggerMessage(
        EventId = 31,
        EventName = "HandlerFailed",
        Level = LogLevel.Error,
        Message = "The handler of {Plugin}{Endpoint} failed on delivery {DeliveryId}."
    )]
    private static partial void LogHandlerFailed(ILogger logger, Exception exception, string plugin, string endpoint, string deliveryId);

    [LoggerMessage(
        EventId = 32,
        EventName = "SenderLeft",
        Level = LogLevel.Debug,
        Message = "The sender of a delivery to {Plugin}{Endpoint} went away before the answer."
    )]
    private static partial void LogSenderLeft(ILogger logger, string plugin, string endpoint);
}
