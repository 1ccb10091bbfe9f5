using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>A change, with who made it.</summary>
internal sealed record AuditRow
{
    /// <summary>Its number.</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long Id { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The name of the token or the user.</summary>
    public required string Who { get; init; }

    /// <summary>What: <c>replay</c>, <c>disable</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Of what: <c>acme.shop/stripe</c>, <c>delivery 42</c>.</summary>
    public required string Target { get; init; }

    /// <summary>More of it.</summary>
    public string? Detail { get; init; }

    /// <summary>Who was connected.</summary>
    public string? Peer { get; init; }
}
