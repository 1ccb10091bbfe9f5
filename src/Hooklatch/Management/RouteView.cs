namespace Hooklatch.Management;

/// <summary>A route of a plugin beside its webhooks.</summary>
internal sealed record RouteView
{
    /// <summary>The methods; none for any.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>The full URL.</summary>
    public required string Url { get; init; }
}
