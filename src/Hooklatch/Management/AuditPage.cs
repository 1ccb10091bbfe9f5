using System.Text.Json.Serialization;

namespace Hooklatch.Management;

/// <summary>What was changed, newest first.</summary>
internal sealed record AuditPage
{
    /// <summary>The changes.</summary>
    public IReadOnlyList<AuditRow> Rows { get; init; } = [];

    /// <summary>Where to go on (<c>before</c>).</summary>
    [JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
    public long? Next { get; init; }
}
