namespace Hooklatch.Generators.Model;

/// <summary>How an endpoint's sender is verified. Exactly one of the parts is set, or none for an endpoint that verifies nothing.</summary>
internal sealed record VerificationModel
{
    public static VerificationModel None { get; } = new();

    /// <summary>Why nothing is verified, as <c>[Unverified]</c> states it.</summary>
    public string? UnverifiedReason { get; init; }

    public TokenModel? Token { get; init; }

    public HmacModel? Hmac { get; init; }

    public string? EventHeader { get; init; }

    public string? DeliveryIdHeader { get; init; }
}

internal sealed record TokenModel(string Secret, string? Header, string? Query, string Prefix);

internal sealed record HmacModel
{
    public required string Secret { get; init; }

    /// <summary>The member of the runtime's enumeration.</summary>
    public required string Algorithm { get; init; }

    public required string Header { get; init; }

    public required string Prefix { get; init; }

    /// <summary>The member of the runtime's enumeration.</summary>
    public required string Encoding { get; init; }

    public required EquatableArray<ContentPart> Content { get; init; }

    public required TimestampModel? Timestamp { get; init; }
}

internal sealed record TimestampModel(string Header, string Unit, int ToleranceSeconds);

/// <summary>A piece of a scheme's signed text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal, or the header's name.</param>
/// <param name="FollowedBy">For a header: the literal that ends it.</param>
/// <param name="PrecededBy">For a header behind the body: the literal that divides the two.</param>
internal sealed record ContentPart(ContentKind Kind, string Text, string FollowedBy, string PrecededBy = "");

internal enum ContentKind
{
    Literal,
    Body,
    Header,
}
