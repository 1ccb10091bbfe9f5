using Hooklatch.Console.Bodies;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Deliveries;

/// <summary>What a list says of deliveries.</summary>
internal static class DeliveryRows
{
    public static IReadOnlyList<DeliveryRow> Of(IEnumerable<InboxSummary> deliveries) => [.. deliveries.Select(Of)];

    public static DeliveryRow Of(InboxSummary delivery) =>
        new()
        {
            Id = delivery.Id,
            Plugin = delivery.Plugin,
            Endpoint = delivery.Endpoint,
            IsJob = WorkName.IsJob(delivery.Endpoint),
            State = StateNames.Of(delivery.State),
            ReceivedAt = delivery.ReceivedAt,
            Event = delivery.Event,
            EventAction = delivery.EventAction,
            DeliveryId = delivery.DeliveryId,
            BodyLength = delivery.BodyLength,
            Attempts = delivery.Attempts,
            Crashes = delivery.Crashes,
            DueAt = delivery.DueAt,
            EndedAt = delivery.EndedAt,
            ErrorType = delivery.ErrorType,
            Error = ErrorText(delivery.Error),
            Fingerprint = delivery.Fingerprint,
            ReplayOf = delivery.ReplayOf,
        };

    /// <summary>A handler may write what it was sent into its error, and everybody who reads sees it.</summary>
    public static string? ErrorText(string? error) => error is null ? null : new SecretMask(SecretNames.Strict).InText(error);
}
