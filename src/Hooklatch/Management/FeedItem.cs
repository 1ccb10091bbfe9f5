namespace Hooklatch.Management;

/// <summary>A delivery with its exact bytes.</summary>
internal sealed record FeedItem
{
    /// <summary>What a list says of it.</summary>
    public required DeliveryRow Row { get; init; }

    /// <summary>The method of the request.</summary>
    public string? Method { get; init; }

    /// <summary>Its content type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The headers that were kept.</summary>
    public IReadOnlyList<NamedValues> Headers { get; init; } = [];

    /// <summary>The query that was kept.</summary>
    public IReadOnlyList<NamedValues> Query { get; init; } = [];

    /// <summary>The bytes as base64.</summary>
    public required string Body { get; init; }
}
