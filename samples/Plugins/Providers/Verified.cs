using System.Text.Json.Serialization;
using Hooklatch;

namespace Providers;

/// <summary>What each endpoint answers to a delivery that it could verify.</summary>
internal sealed record Verified(
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("provider")] string Provider,
    [property: JsonPropertyName("event")] string? Event,
    [property: JsonPropertyName("deliveryId")] string? DeliveryId,
    [property: JsonPropertyName("secretIndex")] int? SecretIndex
)
{
    public static Task<Verified> By(string provider, WebhookContext context) =>
        Task.FromResult(new Verified("verified", provider, context.Event, context.DeliveryId, context.SecretIndex));
}
