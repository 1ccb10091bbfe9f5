using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>What a provider does besides signing: what it asks, and what it expects to hear.</summary>
internal sealed record ProviderModel
{
    /// <summary>The handshakes, each as the properties of the runtime's class, <c>Name = value</c>.</summary>
    public required EquatableArray<EquatableArray<string>> Handshakes { get; init; }

    /// <summary>The values of the body on which answers depend.</summary>
    public required EquatableArray<BodyValueModel> HandshakeValues { get; init; }

    /// <summary>The answer that the provider demands, as the arguments of the runtime's class.</summary>
    public required string? Acknowledgement { get; init; }

    /// <summary>The status for an invalid signature; 0 for the usual one.</summary>
    public required int InvalidStatus { get; init; }

    /// <summary>The status for a delivery that was stored; 0 for the usual one.</summary>
    public required int QueuedStatus { get; init; }

    /// <summary>Whether the answer to an invalid signature is the status alone.</summary>
    public required bool InvalidHasNoBody { get; init; }

    /// <summary>The headers that every answer has.</summary>
    public required EquatableArray<ReplyHeaderModel> ReplyHeaders { get; init; }

    public required EquatableArray<string> AcceptedMediaTypes { get; init; }

    public required string? FormEnvelope { get; init; }

    /// <summary>Who the provider is and how it is set up, where its class says so.</summary>
    public required SetupModel? Setup { get; init; }

    /// <summary>Whether the class says that every body is JSON.</summary>
    public required bool SendsJson { get; init; }

    public static ProviderModel None { get; } =
        new()
        {
            Handshakes = EquatableArray<EquatableArray<string>>.Empty,
            HandshakeValues = EquatableArray<BodyValueModel>.Empty,
            Acknowledgement = null,
            InvalidStatus = 0,
            QueuedStatus = 0,
            InvalidHasNoBody = false,
            ReplyHeaders = EquatableArray<ReplyHeaderModel>.Empty,
            AcceptedMediaTypes = EquatableArray<string>.Empty,
            FormEnvelope = null,
            Setup = null,
            SendsJson = false,
        };
}
