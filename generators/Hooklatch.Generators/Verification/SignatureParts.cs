using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>What the class of a signature attribute says besides its schemes, for the class as a whole.</summary>
internal sealed record SignatureParts
{
    public required AttributeData? Timestamp { get; init; }

    /// <summary>The tolerance of one use of the attribute, in seconds; 0 where it leaves that to the scheme.</summary>
    public required int OwnTolerance { get; init; }

    public required string? DeliveryIdHeader { get; init; }

    public required string? DeliveryIdPath { get; init; }

    public required string? DeliveryIdField { get; init; }

    /// <summary>The field of a form that may hold the payload.</summary>
    public required string? Envelope { get; init; }

    public bool HasTimestamp => Timestamp is not null;

    public static SignatureParts Of(AttributeData use) => Of(use.AttributeClass!, use.Named<int>("ToleranceSeconds"));

    public static SignatureParts Of(INamedTypeSymbol provider, int ownTolerance)
    {
        var id = provider.Attribute(Names.DeliveryIdFrom);
        return new SignatureParts
        {
            Timestamp = provider.Attribute(Names.TimestampFrom),
            OwnTolerance = ownTolerance,
            DeliveryIdHeader = id?.Named<string>("Header"),
            DeliveryIdPath = id is null ? null : BodyValues.PlaceIn(id, "JsonPath"),
            DeliveryIdField = id is null ? null : BodyValues.PlaceIn(id, "FormField"),
            Envelope = provider.Attribute(Names.FormEnvelope)?.Positional<string>(0) is { Length: > 0 } field ? field : null,
        };
    }
}
