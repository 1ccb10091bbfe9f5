using Hooklatch.Generators.Common;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Handlers;

/// <summary>What tools are told of an endpoint; of one that several handlers share, of all of them.</summary>
internal sealed record WebhookFacts
{
    public required string Endpoint { get; init; }

    public required string? Description { get; init; }

    public required EquatableArray<string> Methods { get; init; }

    public required EquatableArray<string> Events { get; init; }

    public required bool IsQueued { get; init; }

    /// <summary>The attribute as its user writes it.</summary>
    public required string Attribute { get; init; }

    /// <summary>How it is verified, in a few words.</summary>
    public required string Verification { get; init; }

    /// <summary>The settings that hold its secrets.</summary>
    public required EquatableArray<string> Secrets { get; init; }

    public static WebhookFacts Of(HandlerModel handler)
    {
        var settings = handler.Settings!;
        return new()
        {
            Endpoint = handler.Endpoint,
            Description = settings.Description,
            Methods = handler.Methods,
            Events = handler.Events,
            IsQueued = settings.IsQueued,
            Attribute = settings.Verification.Attribute is { Length: > 0 } attribute ? attribute : "Unverified",
            Verification = VerificationText.Of(settings.Verification),
            Secrets = VerificationText.SecretsOf(settings.Verification).ToEquatableArray(),
        };
    }

    /// <summary>One for each endpoint, in ordinal order.</summary>
    public static EquatableArray<WebhookFacts> Group(IEnumerable<WebhookFacts> handlers) =>
        handlers
            .OrderBy(handler => handler.Endpoint, StringComparer.Ordinal)
            .ThenBy(handler => string.Join(",", handler.Methods), StringComparer.Ordinal)
            .ThenBy(handler => string.Join(",", handler.Events), StringComparer.Ordinal)
            .GroupBy(handler => (handler.Endpoint, handler.Methods))
            .Select(endpoint =>
                endpoint.First() with
                {
                    Events = endpoint
                        .SelectMany(handler => handler.Events)
                        .Distinct(StringComparer.Ordinal)
                        .OrderBy(name => name, StringComparer.Ordinal)
                        .ToEquatableArray(),
                }
            )
            .ToEquatableArray();
}
