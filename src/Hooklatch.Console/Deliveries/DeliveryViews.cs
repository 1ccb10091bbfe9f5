using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Hooklatch.Console.Access;
using Hooklatch.Console.Bodies;
using Hooklatch.Endpoints;
using Hooklatch.Inbox;
using Hooklatch.Jobs;
using Hooklatch.Management;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Console.Deliveries;

/// <summary>Makes of what the store knows of a delivery what its reader may see. What may hold a part of a body is for those who may see bodies.</summary>
/// <param name="handlers">Finds what its handlers say of names.</param>
internal sealed class DeliveryViews(HandlerChoice handlers)
{
    private const string Unreadable = "What was stored beside the body cannot be read: it is damaged, or was written by something else.";

    /// <summary>Everything about a delivery.</summary>
    public DeliveryView Of(InboxRecord record, Caller caller)
    {
        var view = Known(record.Summary, record.Attempts, record.IsInline) with
        {
            OrderKey = caller.May(ConsoleRole.Bodies) ? record.Item.OrderKey : null,
            Verification = record.Verification is { } verification
                ? new VerificationView
                {
                    Scheme = verification.Scheme,
                    Setting = verification.Setting,
                    SecretIndex = verification.SecretIndex,
                    IsSecretConfigured = verification.IsSecretConfigured,
                }
                : null,
        };
        return WorkName.IsJob(record.Item.Endpoint) ? WithJob(view, record, caller) : WithRequest(view, record.Item, caller);
    }

    /// <summary>What a list knows of a delivery whose rest cannot be read.</summary>
    public static DeliveryView Broken(InboxSummary delivery, string problem) =>
        Known(delivery, [], isInline: false) with
        {
            Problem = problem,
        };

    private static DeliveryView Known(InboxSummary delivery, IReadOnlyList<InboxAttempt> attempts, bool isInline) =>
        new()
        {
            Row = DeliveryRows.Of(delivery),
            IsInline = isInline,
            Attempts = [.. attempts.Select(Of)],
            Timeline = Timeline.Of(delivery, attempts, isInline),
            Actions = DeliveryActions.Of(delivery, isInline),
        };

    private static AttemptView Of(InboxAttempt attempt) =>
        new()
        {
            Number = attempt.Number,
            State = StateNames.Of(attempt.State),
            StartedAt = attempt.StartedAt,
            ElapsedMs = attempt.Elapsed.TotalMilliseconds,
            Handler = attempt.Handler,
            ErrorType = attempt.ErrorType,
            Error = DeliveryRows.ErrorText(attempt.Error),
            Fingerprint = attempt.Fingerprint,
        };

    private DeliveryView WithRequest(DeliveryView view, InboxItem item, Caller caller)
    {
        if (StoredFormat.TryRead(item) is not { } details)
        {
            return view with { Problem = Unreadable };
        }

        var mask = new SecretMask(new SecretNames(HandlerChoice.HarmlessNames(handlers.EndpointOf(item, details))));
        var mayBodies = caller.May(ConsoleRole.Bodies);
        return view with
        {
            Method = details.Method,
            ContentType = details.ContentType,
            Headers = ValuesOf(details.Headers, mask, isShown: true),
            // A webhook that is called by GET carries its payload there, and a path may name a customer.
            Query = ValuesOf(details.Query, mask, mayBodies),
            Route = ValuesOf(details.Route.Select(Text), mask, mayBodies),
            TraceId = TraceIdOf(details.TraceParent),
        };
    }

    private static DeliveryView WithJob(DeliveryView view, InboxRecord record, Caller caller)
    {
        var report = JobReport.Read(record.Report);
        view = view with
        {
            Report = report is null
                ? null
                : new JobReportView
                {
                    Percent = record.Summary.State is InboxState.Done ? 100 : report.Percent,
                    Message = DeliveryRows.ErrorText(report.Message),
                    Result = report.Result is { } result && caller.May(ConsoleRole.Bodies) ? ResultOf(result.Span) : null,
                },
        };
        try
        {
            var details = JobDetails.Read(record.Item.Details.Span);
            var timeline = details.Occurrence is { } occurrence
                ? [new TimelineEntry { At = occurrence, What = "The time of its schedule" }, .. view.Timeline]
                : view.Timeline;
            return view with { TraceId = TraceIdOf(details.TraceParent), Timeline = [.. timeline.OrderBy(entry => entry.At)] };
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return view with { Problem = Unreadable };
        }
    }

    private static string ResultOf(ReadOnlySpan<byte> result) =>
        new ContentPrinter(new SecretMask(SecretNames.Strict)).Print(result, BoundedText.MaxShown).Text;

    private static KeyValuePair<string, StringValues> Text(KeyValuePair<string, object?> value) =>
        new(value.Key, Convert.ToString(value.Value, CultureInfo.InvariantCulture));

    private static IReadOnlyList<NamedValues> ValuesOf(
        IEnumerable<KeyValuePair<string, StringValues>> values,
        SecretMask mask,
        bool isShown
    ) =>
        [
            .. values.Select(pair => new NamedValues
            {
                Name = pair.Key,
                Values = [.. pair.Value.Select(value => !isShown || mask.Hides(pair.Key) ? SecretMask.Text : mask.InValue(value ?? ""))],
            }),
        ];

    private static string? TraceIdOf(string? parent) =>
        parent is not null && ActivityContext.TryParse(parent, null, out var context) ? context.TraceId.ToHexString() : null;
}
