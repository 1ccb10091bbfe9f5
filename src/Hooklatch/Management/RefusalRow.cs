using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>A delivery that the host refused.</summary>
internal sealed record RefusalRow
{
    /// <summary>Its number in this process.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long Id { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Why, in a word: <c>invalid_signature</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Why, and what the sender's developer can do.</summary>
    public required string Advice { get; init; }

    /// <summary>The line of the log.</summary>
    public string? Detail { get; init; }

    /// <summary>The status of the answer.</summary>
    public int Status { get; init; }

    /// <summary>The length of the body in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Who was connected.</summary>
    public string? Peer { get; init; }

    /// <summary>How the verification went, step by step, where that was on.</summary>
    public JsonElement? Explanation { get; init; }

    /// <summary>The same for people, on several lines.</summary>
    public string? ExplanationText { get; init; }
}
