using Hooklatch.Http;

namespace Hooklatch.Telemetry;

/// <summary>Outcomes as values of a tag.</summary>
internal static class OutcomeNames
{
    public static string Of(DeliveryOutcome outcome) =>
        outcome switch
        {
            DeliveryOutcome.Handled => "handled",
            DeliveryOutcome.Queued => "queued",
            DeliveryOutcome.Unhandled => "unhandled",
            DeliveryOutcome.Duplicate => "duplicate",
            DeliveryOutcome.Handshake => "handshake",
            DeliveryOutcome.Rejected => "rejected",
            DeliveryOutcome.Failed => "failed",
            _ => "abandoned",
        };
}
