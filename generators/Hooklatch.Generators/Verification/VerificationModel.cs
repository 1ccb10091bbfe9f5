using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>How an endpoint's sender is verified. Exactly one of the parts is set, or none for an endpoint that verifies nothing.</summary>
internal sealed record VerificationModel
{
    public static VerificationModel None { get; } = new();

    /// <summary>Why nothing is verified, as <c>[Unverified]</c> states it.</summary>
    public string? UnverifiedReason { get; init; }

    public TokenModel? Token { get; init; }

    public SignatureModel? Signature { get; init; }

    /// <summary>The attribute whose verifier is written in code, as a C# expression that constructs it.</summary>
    public string? Code { get; init; }

    /// <summary>The attribute as its user writes it.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>The marks of the attribute and of what it names.</summary>
    public Marks Marks { get; init; } = Marks.None;

    /// <summary>What the provider asks, and what it expects to hear.</summary>
    public ProviderModel Provider { get; init; } = ProviderModel.None;

    public EventModel? Event { get; init; }

    public DeliveryIdModel? DeliveryId { get; init; }

    /// <summary>Whether the query carries something that must not be logged: a token, or what proves a signature.</summary>
    public bool HasSecretInQuery => Token?.Query is not null;

    /// <summary>Whether the payload may come as a field of a form, and never with files.</summary>
    public bool SendsForms => Provider.FormEnvelope is not null;

    /// <summary>Whether every body is JSON: the provider's class says so, or its signature stands in a JSON body.</summary>
    public bool SendsJson =>
        !SendsForms
        && !ReadsForm
        && (Provider.SendsJson || Provider.AcceptedMediaTypes.Count > 0 || BodyValues.Any(value => value.Path is not null));

    /// <summary>Whether what verifies or names a delivery may be a field of a form.</summary>
    public bool ReadsForm => Event?.Field is not null || DeliveryId?.Field is not null || BodyValues.Any(value => value.Field is not null);

    private IEnumerable<BodyValueModel> BodyValues => Signature?.Schemes.SelectMany(scheme => scheme.BodyValues) ?? [];

    /// <summary>Whether the body is read to verify it.</summary>
    public bool NeedsBody => Signature is not null || Code is not null;
}
