using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Handlers;

/// <summary>What the rest of the plugin has to know of a handler.</summary>
internal sealed record HandlerEntry
{
    /// <summary>The author's method, for people.</summary>
    public required string Target { get; init; }

    /// <summary>The generated class that holds the handler.</summary>
    public required string FileClass { get; init; }

    /// <summary>What the names of the handler's generated members begin with.</summary>
    public required string Member { get; init; }

    public required string Endpoint { get; init; }

    public required EquatableArray<string> Methods { get; init; }

    public required bool HasQueryToken { get; init; }

    /// <summary>The events that the handler takes; empty for a handler that has its endpoint to itself.</summary>
    public required EquatableArray<string> Events { get; init; }

    /// <summary>What holds for the endpoint that the handler shares with others; <see langword="null"/> where it has the endpoint to itself.</summary>
    public required EndpointModel? Settings { get; init; }

    /// <summary>What the handler, its class and its sender take of dependency injection.</summary>
    public required EquatableArray<NeededService> Services { get; init; }

    public static HandlerEntry Of(HandlerModel handler) =>
        new()
        {
            Target = handler.Target,
            FileClass = handler.FileClass,
            Member = handler.Member,
            Endpoint = handler.Endpoint,
            Methods = handler.Methods,
            HasQueryToken = handler.Settings!.Verification.HasSecretInQuery,
            Events = handler.Events,
            Settings = handler.Events.Count > 0 ? handler.Settings.ForFile() : null,
            Services = ServicesOf(handler).ToEquatableArray(),
        };

    private static IEnumerable<NeededService> ServicesOf(HandlerModel handler)
    {
        var parameters = handler.Parameters.SelectMany(parameter => parameter.Leaves()).Select(parameter => parameter.Service);
        var source = handler.Settings!.Verification switch
        {
            { Signature: { } signature } => signature.SecretSource,
            { Token: { } token } => token.SecretSource,
            _ => null,
        };
        return
        [
            .. NeededService.Of(handler.Call.Constructor, handler.ClassTarget),
            .. NeededService.Of(parameters.OfType<ServiceModel>(), handler.Target),
            .. source is null ? [] : NeededService.Of(source.Constructor, source.TypeName.Replace("global::", "")),
        ];
    }
}
