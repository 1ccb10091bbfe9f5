using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Bodies.Forms;
using Hooklatch.Deliveries;
using Hooklatch.Handshakes;
using Hooklatch.Http;
using Hooklatch.Signing.Text;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Endpoints;

/// <summary>
/// Brings the body of a delivery to the shape that its handler takes: read once and verified, or handed on while it arrives where the headers
/// alone verify.
/// </summary>
internal sealed partial class WebhookBodies(
    WebhookEndpoint webhook,
    BodyLimits limits,
    BodyBudget.Share share,
    BodyReader reader,
    SpoolStorage spool,
    RefusalReport refusals,
    TimeProvider time,
    ILogger logger
)
{
    /// <summary>The most bytes that are kept of a form before it is verified.</summary>
    private const int MaxUnverifiedBytes = UntrustedJson.MaxUnverifiedBytes;

    /// <summary>
    /// A provider that signs fields of a form may send any number of others: Mailgun sends one for each header of a message. Where the author sets
    /// no limits, such a form has more room.
    /// </summary>
    private const int MaxFieldsOfSender = 256;

    private readonly FormLimits _formLimits = LimitsOf(webhook);

    /// <summary>The limits of a form, also of one that is read again later.</summary>
    public static FormLimits LimitsOf(WebhookEndpoint webhook) =>
        webhook.FormLimits is null && webhook.Sender.FormFields.Count > 0
            ? FormLimits.Default with
            {
                MaxFields = MaxFieldsOfSender,
                MaxParts = MaxFieldsOfSender,
            }
            : FormLimits.Of(webhook.FormLimits);

    /// <summary>The payload may be as long as the body may be; what else is in the form is kept within its usual bounds.</summary>
    private FormLimits Roomy => _formLimits with { MaxValueBytes = (int)Math.Min(limits.MaxSize, int.MaxValue) };

    /// <summary>Reads and verifies the body. Only a verified body reaches the context.</summary>
    /// <returns>Why the delivery is rejected, or <see langword="null"/>.</returns>
    public async ValueTask<Rejection?> ReceiveAsync(Delivery context, HttpContext http)
    {
        using var verification = webhook.Sender.Verifier.BeginBody(context, http);
        if (verification is null && webhook.BodyUse is BodyUse.None or BodyUse.Parts or BodyUse.Stream)
        {
            return HandOn(context, http);
        }

        var read = await reader.ReadAsync(http, verification, http.RequestAborted);
        if (!read.Succeeded)
        {
            LogNotRead(logger, read.Error, webhook.Plugin.Key, webhook.Template, read.Failure);
            if (read.Failure is BodyFailure.NoStorage)
            {
                spool.Report(read.Error);
            }

            return Rejection.Of(read.Failure);
        }

        if (read.Body.IsSpooled)
        {
            spool.Mended();
        }

        Rejection? noRoom;
        try
        {
            noRoom = await SelectAsync(context, http, read.Body);
        }
        catch
        {
            // The budget may have no room for the walk, and the sender may leave.
            read.Body.Dispose();
            throw;
        }

        PayloadBody? payload = null;
        if ((noRoom ?? PayloadOf(context, http, out payload)) is { } full)
        {
            read.Body.Dispose();
            return full;
        }

        if (await VerifyAsync(verification, context, read.Body, payload) is { } forged)
        {
            refusals.Explain(forged, context, http, read.Body);
            payload?.Dispose();
            read.Body.Dispose();
            // A form that cannot be read is no forgery: its sender is told what is wrong with it.
            return forged == Rejection.InvalidSignature && context.FormValues is { Failure: { } failure } ? Rejection.Of(failure) : forged;
        }

        context.Body = read.Body;
        if (payload is not null)
        {
            // What was verified is what the handler gets.
            context.Replace(payload);
            return Expose(context, http);
        }

        if (context.Verdict?.Payload is { } extracted)
        {
            context.Replace(new MemoryBody(extracted, share));
        }

        if (webhook.FormEnvelope is { } field && MediaTypes.IsForm(http.Request))
        {
            return await OpenEnvelopeAsync(context, http, field);
        }

        return webhook.BodyUse is BodyUse.Form or BodyUse.Files ? await ReadFormAsync(context, http) : Expose(context, http);
    }

    /// <summary>Reads the fields of a form that verify it or name the delivery, by the limits and the parser of the form itself.</summary>
    /// <returns>Why there is no room for them, or <see langword="null"/>.</returns>
    private async ValueTask<Rejection?> SelectAsync(Delivery context, HttpContext http, WebhookBody body)
    {
        var sender = webhook.Sender;
        var isPayload = sender.PayloadField is not null && MediaTypes.IsForm(http.Request);
        if ((sender.FormFields.Count == 0 && !isPayload) || !FormMediaType.IsForm(http.Request.ContentType))
        {
            return null;
        }

        // A payload may be as long as the body may be, and is held twice while it is read, before anything is verified.
        var reserved = isPayload ? 2 * body.Length : 0;
        if (reserved > 0 && !share.CanHold(reserved))
        {
            return Rejection.BodyTooLarge;
        }

        if (reserved > 0 && !share.TryTakeMemory(reserved))
        {
            return Rejection.OutOfBudget;
        }

        try
        {
            await SelectAsync(context, http, body, isPayload);
            return null;
        }
        finally
        {
            share.ReturnMemory(reserved);
        }
    }

    private async ValueTask SelectAsync(Delivery context, HttpContext http, WebhookBody body, bool isPayload)
    {
        var sender = webhook.Sender;
        var values = isPayload
            ? new FormValues([.. sender.FormFields, sender.PayloadField!], limits.MaxSize)
            : new FormValues(sender.FormFields, MaxUnverifiedBytes);
        context.FormValues = await FormReader.SelectAsync(
            body,
            http.Request.ContentType,
            isPayload ? Roomy : _formLimits,
            values,
            http.RequestAborted
        );
    }

    /// <summary>The payload that is signed in place of the form that holds it, where the handler takes it.</summary>
    private Rejection? PayloadOf(Delivery context, HttpContext http, out PayloadBody? payload)
    {
        payload = null;
        var field = webhook.Sender.PayloadField;
        if (
            field is null
            || field != webhook.FormEnvelope
            || !MediaTypes.IsForm(http.Request)
            || context.FormValues?.Bytes(field) is not { Length: > 0 } bytes
        )
        {
            return null;
        }

        payload = PayloadBody.TryCreate(bytes, share);
        return payload is null ? Rejection.OutOfBudget : null;
    }

    private static async ValueTask<Rejection?> VerifyAsync(
        BodyVerification? verification,
        Delivery context,
        WebhookBody body,
        PayloadBody? payload
    )
    {
        try
        {
            return verification is null ? null : await verification.CompleteAsync(context, body);
        }
        catch
        {
            // A verifier in code may throw anything; the body is not left behind.
            payload?.Dispose();
            body.Dispose();
            throw;
        }
    }

    private Rejection? HandOn(Delivery context, HttpContext http)
    {
        switch (webhook.BodyUse)
        {
            case BodyUse.Stream:
                var arriving = BeginArriving(context, http);
                if (webhook.ReadsRequest)
                {
                    // Within the endpoint's size and time, whichever way the author reads it.
                    http.Request.Body = arriving.Stream;
                }

                return null;
            case BodyUse.Parts:
                var body = BeginArriving(context, http);
                var isMultipart = UploadReader.TryCreate(http.Request.ContentType, body, _formLimits, out var parts, out var failure);
                body.Parts = parts;
                return isMultipart ? null : Rejection.Of(failure!);
            default:
                return null;
        }
    }

    private ArrivingBody BeginArriving(Delivery context, HttpContext http)
    {
        ServerBodyLimit.Lift(http);
        return context.Arriving = new ArrivingBody(http, limits, share, time);
    }

    private async ValueTask<Rejection?> ReadFormAsync(Delivery context, HttpContext http)
    {
        var read = await FormReader.ReadAsync(context.Body!, http.Request.ContentType, _formLimits, http.RequestAborted);
        if (!read.Succeeded)
        {
            return Rejection.Of(read.Failure!);
        }

        context.Form = read.Form!;
        // For an author who takes the request itself.
        http.Features.Set<IFormFeature>(new FormFeature(context.Form));
        return Expose(context, http);
    }

    /// <summary>The form was verified as it was received; its one field is the payload.</summary>
    private async ValueTask<Rejection?> OpenEnvelopeAsync(Delivery context, HttpContext http, string field)
    {
        var read = await FormReader.ReadAsync(context.Body!, http.Request.ContentType, Roomy, http.RequestAborted);
        if (!read.Succeeded)
        {
            return Rejection.Of(read.Failure!);
        }

        if (read.Form![field] is not [{ Length: > 0 } json])
        {
            // Slack's commands are forms themselves: a handler that does not insist on JSON takes such a form as it is.
            return webhook.BodyUse switch
            {
                BodyUse.Json or BodyUse.OptionalJson => Rejection.MissingEnvelope(field),
                BodyUse.Form or BodyUse.Files => await ReadFormAsync(context, http),
                _ => Expose(context, http),
            };
        }

        context.Replace(new MemoryBody(Encoding.UTF8.GetBytes(json), share));
        return Expose(context, http);
    }

    /// <summary>Reads a small body that nobody signed, for a handshake of a provider before it has a secret.</summary>
    public async ValueTask<bool> TryReadHandshakeAsync(Delivery context, HttpContext http)
    {
        if (http.Request.ContentLength is not (> 0 and <= EndpointHandshakes.MaxUnsignedBytes))
        {
            return false;
        }

        var read = await reader.ReadAsync(http, null, http.RequestAborted);
        context.Body = read.Body;
        if (read.Succeeded)
        {
            await SelectAsync(context, http, read.Body);
        }

        return read.Succeeded;
    }

    /// <summary>An author who reads the request reads what was verified.</summary>
    private Rejection? Expose(Delivery context, HttpContext http)
    {
        if (webhook.ReadsRequest)
        {
            http.Request.Body = context.Body!.OpenRead();
        }

        return null;
    }

    [LoggerMessage(
        EventId = LogEvents.BodyNotRead,
        EventName = nameof(LogEvents.BodyNotRead),
        Level = LogLevel.Debug,
        Message = "The body of a delivery to {Plugin}{Endpoint} could not be read: {Failure}"
    )]
    private static partial void LogNotRead(ILogger logger, Exception? error, string plugin, string endpoint, BodyFailure failure);
}
