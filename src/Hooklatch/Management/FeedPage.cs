using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>Deliveries with their exact bytes, oldest first, for a tool that takes them on.</summary>
internal sealed record FeedPage
{
    /// <summary>The deliveries.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>Where to go on (<c>after</c>): the last id that was looked at; <see langword="null"/> where nothing was.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long? Next { get; init; }

    /// <summary>Whether there is nothing more for now.</summary>
    public bool IsAtEnd { get; init; }
}
