using Hooklatch.Cli.Catalog;
using Hooklatch.Signing;

namespace Hooklatch.Cli.Sending;

/// <summary>What is to be sent, as the command line says it.</summary>
internal sealed record SendOptions
{
    /// <summary>The preset that signs.</summary>
    public required Preset Preset { get; init; }

    /// <summary>Where to.</summary>
    public required string Url { get; init; }

    /// <summary>The URL that is signed, where it is another one: what the endpoint's <c>PublicUrl</c> leads to.</summary>
    public string? SignedUrl { get; init; }

    /// <summary>The method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>What it is signed with.</summary>
    public required SignerKeys Keys { get; init; }

    /// <summary>The body before anything is set.</summary>
    public required Payload Payload { get; init; }

    /// <summary>The event; <see langword="null"/> for what the payload says.</summary>
    public string? Event { get; init; }

    /// <summary>The id; <see langword="null"/> for a new one, or for what the payload says.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>Values of the body by their paths.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; init; } = [];

    /// <summary>More headers.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Whether each request is to have an id of its own, also where it stands in the body.</summary>
    public bool WithNewIds { get; init; }
}
