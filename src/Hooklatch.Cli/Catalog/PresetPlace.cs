namespace Hooklatch.Cli.Catalog;

/// <summary>Where a request names something: one of these, or a path and a field, of which the media type chooses.</summary>
internal sealed record PresetPlace
{
    /// <summary>A header, or its names divided by <c>|</c>.</summary>
    public string? Header { get; init; }

    /// <summary>A path in the JSON body, or several divided by <c>|</c>.</summary>
    public string? JsonPath { get; init; }

    /// <summary>A field of the form.</summary>
    public string? FormField { get; init; }

    /// <summary>A query parameter.</summary>
    public string? Query { get; init; }
}
