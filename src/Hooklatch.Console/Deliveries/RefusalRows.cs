using Hooklatch.Deliveries;
using Hooklatch.Management;

namespace Hooklatch.Console.Deliveries;

/// <summary>What is told of refused deliveries.</summary>
internal static class RefusalRows
{
    public static IReadOnlyList<RefusalRow> Of(IEnumerable<RefusedDelivery> refusals) => [.. refusals.Select(Of)];

    private static RefusalRow Of(RefusedDelivery refused) =>
        new()
        {
            Id = refused.Id,
            ReceivedAt = refused.ReceivedAt,
            Plugin = refused.Plugin,
            Endpoint = refused.Endpoint,
            Reason = refused.Reason,
            Advice = RefusalAdvice.Of(refused.Reason),
            Detail = refused.Detail,
            Status = refused.Status,
            Size = refused.Size,
            Peer = refused.Peer?.ToString(),
            Explanation = refused.Explanation?.ToJson(),
            ExplanationText = refused.Explanation?.ToString(),
        };
}
