using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Management;
using Hooklatch.Verification;

namespace Hooklatch.Console.Trials;

/// <summary>Says in words how a test ended.</summary>
internal static class TrialReport
{
    public static TestResult Of(WebhookEndpoint webhook, TrialObserver observer, Sample sample, bool runsHandler, string? answer)
    {
        var (delivery, end) = (observer.Delivery!, observer.Ended);
        var handler = delivery.IsTaken || delivery.IsBound ? webhook.HandlerOf(delivery.Event, delivery.EventAction)?.Target : null;
        var ran = runsHandler && handler is not null && end is not { Outcome: DeliveryOutcome.Rejected, Reason: not "handler" };
        return new TestResult
        {
            Succeeded = end.IsAccepted,
            Status = delivery.IsBound ? StatusOf(webhook) : end.Status,
            Message = Message() + Remarks(webhook, sample),
            Handler = handler,
            Ran = ran,
            Answer = ran ? answer : null,
        };

        string Message() =>
            end.Outcome switch
            {
                _ when delivery.IsBound =>
                    $"The webhook accepts it: {Verified(webhook)}, and {handler} gets all that it reads. It did not run.",
                DeliveryOutcome.Unhandled =>
                    $"The webhook accepts it, and no handler takes the event {Quoted(delivery.Event)}: the sender is answered {end.Status}, and nothing runs.",
                DeliveryOutcome.Handled when end.IsAccepted => $"{Sentence(Verified(webhook))}, and {handler} has taken it.",
                DeliveryOutcome.Handled => $"{handler} ran and answered {end.Status}.",
                DeliveryOutcome.Handshake => "It was taken for a handshake, which runs no handler.",
                DeliveryOutcome.Rejected when delivery.Errors is { Count: > 0 } errors =>
                    $"It was verified, and {handler} cannot be called: {string.Join(" ", errors.SelectMany(error => error.Value))}",
                DeliveryOutcome.Rejected when end.Reason == "handler" => $"{handler} rejected it with {end.Status}.",
                DeliveryOutcome.Rejected => $"It was refused with {end.Status}: {end.Detail ?? end.Reason}.",
                DeliveryOutcome.Failed =>
                    $"{handler ?? "The webhook"} threw {end.Error?.GetType().Name ?? "an exception"}. The log says more.",
                _ => "It took too long, and was given up.",
            };
    }

    private static string Verified(WebhookEndpoint webhook) =>
        webhook.Sender.Verifier is NoVerifier ? "nothing is verified here" : $"it is verified ({webhook.Sender.Verifier.Description})";

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Quoted(string? name) => name is null ? "that it has, which has no name," : $"'{name}'";

    /// <summary>What a test does not show.</summary>
    private static string Remarks(WebhookEndpoint webhook, Sample sample) =>
        (sample.Added.Count > 0 ? $" The sample has no {string.Join(", ", sample.Added)}: placeholders stood for that." : "")
        + (webhook.Addresses is null ? "" : " From which addresses deliveries are accepted was not checked.");

    private static int StatusOf(WebhookEndpoint webhook) =>
        webhook.Sender.Acknowledgement?.Status ?? (webhook.Mode is WebhookMode.Queued ? webhook.Sender.QueuedStatus : 200);
}
