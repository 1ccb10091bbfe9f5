using System.Text;
using Hooklatch.Addresses;
using Hooklatch.Binding;
using Hooklatch.Duplicates;
using Hooklatch.Handshakes;
using Hooklatch.Verification;
using Hooklatch.Verification.Rules;
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
    HandshakeGate handshakes,
    DuplicateGate duplicates,
    AddressList proxies,
    TimeProvider time,
    ILogger<WebhookPipeline> logger
)
{
    private readonly WebhookSender _sender = webhook.Sender;

    private string Plugin => webhook.Plugin.Key;

    public async Task InvokeAsync(HttpContext http)
    {
        var context = new WebhookContext(webhook, time.GetUtcNow(), http.RequestAborted);
        var result = default(WebhookResult);
        try
        {
            result = await ReceiveAsync(context, http);
            // Written before the body is given back: an answer may be a window on it.
            await ResponseWriter.WriteAsync(http, result);
            EndClaim(context, http.Response.StatusCode);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested && IsTimed(http))
        {
            // The middleware for [RequestTimeout] has ended the request and answers it.
            throw;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // A sender that misses the answer sends again, and the delivery was taken.
            EndClaim(context, result.Status);
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
            // Whatever was not taken, the sender's next try runs.
            context.Claim?.Release();
            if (context.Arriving is { } arriving)
            {
                await arriving.DisposeAsync();
            }

            context.Body?.Dispose();
            context.Received?.Dispose();
        }
    }

    private static bool IsTimed(HttpContext http) => http.Features.Get<IHttpRequestTimeoutFeature>() is not null;

    private async ValueTask<WebhookResult> ReceiveAsync(WebhookContext context, HttpContext http)
    {
        if (_sender.Handshakes.Count > 0 && await handshakes.AnswerUnsignedAsync(context, http) is { } asked)
        {
            return Note(asked);
        }

        var isForVerifier = _sender.Handshakes.Count > 0 && handshakes.IsForVerifier(http);
        if (!isForVerifier && !webhook.Takes(http.Request.Method))
        {
            return Rejection.MethodNotAllowed(string.Join(", ", webhook.Methods.Order(StringComparer.Ordinal)));
        }

        var refused = webhook.Addresses?.Check(http, proxies) ?? await _sender.Verifier.CheckHeadersAsync(context, http);
        if (refused is not null && await AnswerUnsignedAsync(refused, context, http) is { } question)
        {
            return Note(question);
        }

        refused ??=
            (isForVerifier ? null : MediaTypeGate.Check(http.Request, webhook, webhook.BodyUse))
            ?? await bodies.ReceiveAsync(context, http);
        if (refused is null && handshakes.IsOracleFor(context, http))
        {
            refused = Rejection.InvalidSignature;
        }

        if (refused is not null)
        {
            return Note(refused.WithInvalidStatus(_sender.InvalidStatus));
        }

        if (context.Verdict?.Answer is { } answer)
        {
            return WebhookResult.Fixed(StatusCodes.Status200OK, answer.ContentType, answer.Body);
        }

        return isForVerifier && !webhook.Takes(http.Request.Method)
            ? Rejection.MethodNotAllowed(string.Join(", ", webhook.Methods.Order(StringComparer.Ordinal)))
            : await RunAsync(context, http);
    }

    /// <summary>Runs the handler of a verified delivery, once.</summary>
    private async ValueTask<WebhookResult> RunAsync(WebhookContext context, HttpContext http)
    {
        var values = Identify(context, http);
        if (_sender.Handshakes.Count > 0 && await handshakes.AnswerBodyAsync(context, http, values, isVerified: true) is { } asked)
        {
            return Note(asked);
        }

        if (await duplicates.ClaimAsync(context, http) is { } copy)
        {
            LogDuplicate(logger, Plugin, webhook.Endpoint, LogText.Safe(context.DeliveryId), copy.Status);
            return Acknowledge(context, copy);
        }

        var result = await webhook.HandleAsync(context, http);
        if (result.IsUnhandled)
        {
            LogUnhandled(logger, Plugin, webhook.Endpoint, LogText.Safe(context.Event));
        }

        return Acknowledge(context, Note(result));
    }

    /// <summary>What was refused for want of a signature may be a question of a provider that has nothing to sign with, or nothing to sign.</summary>
    private async ValueTask<WebhookResult?> AnswerUnsignedAsync(Rejection refused, WebhookContext context, HttpContext http)
    {
        if (refused != Rejection.MissingSignature && refused != Rejection.MissingToken)
        {
            return null;
        }

        return await handshakes.AnswerEmptyAsync(context, http) is { } asked ? asked
            : handshakes.HasUnsignedBody && await bodies.TryReadQuestionAsync(context, http)
                ? await handshakes.AnswerBodyAsync(context, http, Identify(context, http), isVerified: false)
            : null;
    }

    private static void EndClaim(WebhookContext context, int status)
    {
        if (status is >= StatusCodes.Status200OK and < StatusCodes.Status300MultipleChoices)
        {
            context.Claim?.Complete(status);
        }
    }

    /// <summary>What a provider demands to hear, where there is nothing else to say. A copy keeps the status of the first answer.</summary>
    private WebhookResult Acknowledge(WebhookContext context, WebhookResult result) =>
        !result.IsAcknowledgement ? result
        : context.Verdict?.Acknowledgement is { } own
            ? WebhookResult.Fixed(result.IsDuplicate ? result.Status : StatusCodes.Status200OK, own.ContentType, own.Body)
        : _sender.Acknowledgement is { } fixedAnswer
            ? WebhookResult.Fixed(
                result.IsDuplicate ? result.Status : fixedAnswer.Status,
                fixedAnswer.ContentType,
                Encoding.UTF8.GetBytes(fixedAnswer.Body)
            )
        : result;

    /// <summary>Logs what is refused. What only the operator can put right, such as a missing secret, is an error; the rest is the sender's.</summary>
    private WebhookResult Note(WebhookResult result)
    {
        if (ReasonOf(result) is { } reason)
        {
            var isOurs = result.Status >= StatusCodes.Status500InternalServerError && result.Body is Rejection { RetryAfterSeconds: 0 };
            LogRefused(logger, isOurs ? LogLevel.Error : LogLevel.Warning, Plugin, webhook.Endpoint, result.Status, reason);
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

    /// <summary>Notes what the provider calls the event and the delivery.</summary>
    /// <returns>The values of the body on which the answer to a question of the provider depends.</returns>
    private string?[] Identify(WebhookContext context, HttpContext http)
    {
        var identity = _sender.Identify(new SignedRequest(http), context.Body?.Memory ?? default);
        context.Event = context.Verdict?.Event ?? identity.Event;
        context.EventAction = identity.Action;
        context.DeliveryId = context.Verdict?.DeliveryId ?? identity.Id;
        return identity.HandshakeValues ?? [];
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
        EventId = 34,
        EventName = "DuplicateDelivery",
        Level = LogLevel.Information,
        Message = "A copy of delivery {DeliveryId} to {Plugin}{Endpoint} was answered {Status} without running the handler."
    )]
    private static partial void LogDuplicate(ILogger logger, string plugin, string endpoint, string deliveryId, int status);

    [LoggerMessage(
        EventId = 35,
        EventName = "UnhandledEvent",
        Level = LogLevel.Debug,
        Message = "No handler of {Plugin}{Endpoint} takes the event {Event}; it was acknowledged."
    )]
    private static partial void LogUnhandled(ILogger logger, string plugin, string endpoint, string @event);

    [LoggerMessage(
        EventId = 32,
        EventName = "SenderLeft",
        Level = LogLevel.Debug,
        Message = "The sender of a delivery to {Plugin}{Endpoint} went away before the answer."
    )]
    private static partial void LogSenderLeft(ILogger logger, string plugin, string endpoint);
}
