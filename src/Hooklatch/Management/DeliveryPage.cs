using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>A page of deliveries, newest first.</summary>
internal sealed record DeliveryPage
{
    /// <summary>The deliveries; it may be empty although there is more.</summary>
    public IReadOnlyList<DeliveryRow> Deliveries { get; init; } = [];

    /// <summary>Where to go on (<c>before</c>); <see langword="null"/> where everything was looked at.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long? Next { get; init; }
}
