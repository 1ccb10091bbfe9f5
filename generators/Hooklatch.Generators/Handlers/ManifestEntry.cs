using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>What the manifest says of a handler: an edit of anything else leaves the manifest alone.</summary>
internal sealed record ManifestEntry
{
    public required string ClassName { get; init; }

    public required string Endpoint { get; init; }

    public required EquatableArray<string> Methods { get; init; }

    public required bool HasQueryToken { get; init; }

    /// <summary>The events that the handler takes; empty for a handler that has its endpoint to itself.</summary>
    public required EquatableArray<string> Events { get; init; }

    /// <summary>What holds for the endpoint that the handler shares with others; <see langword="null"/> where it has the endpoint to itself.</summary>
    public required EndpointModel? Settings { get; init; }

    public static ManifestEntry Of(HandlerModel handler) =>
        new()
        {
            ClassName = handler.ClassName,
            Endpoint = handler.Endpoint,
            Methods = handler.Methods,
            HasQueryToken = handler.Settings!.Verification.HasSecretInQuery,
            Events = handler.Events,
            Settings = handler.Events.Count > 0 ? handler.Settings.ForFile() : null,
        };
}
