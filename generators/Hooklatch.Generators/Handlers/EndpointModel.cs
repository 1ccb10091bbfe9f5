using Hooklatch.Generators.Common;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Handlers;

/// <summary>What holds for every delivery to an endpoint, whichever handler takes it.</summary>
internal sealed record EndpointModel
{
    /// <summary>Equal to <c>Hooklatch.Endpoints.WebhookEndpoint.DefaultMaxBodySize</c>; a test holds them equal.</summary>
    public const long DefaultMaxBodySize = 1024 * 1024;

    public required string Name { get; init; }

    public required string? Description { get; init; }

    /// <summary>In bytes; 0 for the runtime's default.</summary>
    public required long MaxBodySize { get; init; }

    /// <summary>The limits of forms that the author sets, each as <c>Name = value</c>.</summary>
    public EquatableArray<string> FormLimits { get; init; }

    /// <summary>The sender's class; <see langword="null"/> until names are resolved, and where the runtime's own will do.</summary>
    public SenderUseModel? Sender { get; init; }

    public required VerificationModel Verification { get; init; }

    /// <summary>From where deliveries are accepted; <see langword="null"/> for everywhere.</summary>
    public AddressModel? Addresses { get; init; }

    /// <summary>The field of a form that may hold the JSON payload.</summary>
    public string? FormEnvelope { get; init; }

    public bool DetectsDuplicates { get; init; }

    /// <summary>Whether deliveries that run while their sender waits are kept for people; <see langword="null"/> where the host decides.</summary>
    public bool? Record { get; init; }

    /// <summary>Whether deliveries are stored and run after the answer.</summary>
    public bool IsQueued { get; init; }

    /// <summary>How many deliveries run at once; 0 for as many as there is room for.</summary>
    public int Concurrency { get; init; }

    /// <summary>The path of the value by which deliveries keep their order.</summary>
    public string? OrderPath { get; init; }

    /// <summary>What a file says: how a sender with a class of its own is verified stands in the file of that.</summary>
    public EndpointModel ForFile() => Sender is null ? this : this with { Verification = VerificationModel.None };
}
