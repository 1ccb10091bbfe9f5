using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>Refused deliveries, newest first.</summary>
internal sealed record RefusalPage
{
    /// <summary>The refusals.</summary>
    public IReadOnlyList<RefusalRow> Refusals { get; init; } = [];

    /// <summary>Where to go on (<c>before</c>); <see langword="null"/> where there are no more.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long? Next { get; init; }
}
