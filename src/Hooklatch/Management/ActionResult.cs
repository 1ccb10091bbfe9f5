using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>What became of it.</summary>
internal sealed record ActionResult
{
    /// <summary>Whether it was done.</summary>
    public bool Done { get; init; }

    /// <summary>What happened, for people.</summary>
    public required string Message { get; init; }

    /// <summary>The new delivery, of a replay.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long? Id { get; init; }
}
