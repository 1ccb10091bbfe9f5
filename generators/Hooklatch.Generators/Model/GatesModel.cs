namespace Hooklatch.Generators.Model;

/// <summary>What is decided of a delivery before it is known which handler of its endpoint takes it.</summary>
internal sealed record GatesModel
{
    /// <summary>The sender's class; <see langword="null"/> until names are resolved, and where the runtime's own will do.</summary>
    public SenderUseModel? Sender { get; init; }

    public required VerificationModel Verification { get; init; }

    /// <summary>From where deliveries are accepted; <see langword="null"/> for everywhere.</summary>
    public AddressModel? Addresses { get; init; }

    /// <summary>The field of a form that may hold the JSON payload.</summary>
    public string? FormEnvelope { get; init; }

    public bool DetectsDuplicates { get; init; }

    /// <summary>What a file says: how a sender with a class of its own is verified stands in the file of that.</summary>
    public GatesModel ForFile() => Sender is null ? this : this with { Verification = VerificationModel.None };
}
