using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>What the class of a signature attribute says besides its schemes, for the class as a whole.</summary>
internal sealed record SignatureParts
{
    public required AttributeData? Timestamp { get; init; }

    /// <summary>The tolerance of one use of the attribute, in seconds; 0 where it leaves that to the scheme.</summary>
    public required int OwnTolerance { get; init; }

    /// <summary>The property of the attribute by which each use names the header of the timestamp.</summary>
    public required string? TimestampProperty { get; init; }

    /// <summary>The header of the timestamp.</summary>
    public required string? TimestampHeader { get; init; }

    public required string? DeliveryIdHeader { get; init; }

    public required string? DeliveryIdPath { get; init; }

    public bool HasTimestamp => Timestamp is not null;

    /// <summary>Whether the use says, by naming no header, that no timestamp is signed.</summary>
    public bool LeavesTimestampOut => TimestampProperty is not null && string.IsNullOrEmpty(TimestampHeader);

    public static SignatureParts Of(AttributeData use)
    {
        var parts = Of(use.AttributeClass!, use.Named<int>("ToleranceSeconds"));
        return parts.TimestampProperty is { } property ? parts with { TimestampHeader = use.Named<string>(property) } : parts;
    }

    /// <summary>What the class says without a use: a property that names the header stands for its name.</summary>
    public static SignatureParts Of(INamedTypeSymbol provider, int ownTolerance)
    {
        var id = provider.Attribute(Names.DeliveryIdFrom);
        var timestamp = provider.Attribute(Names.TimestampFrom);
        var property = timestamp?.Named<string>("HeaderProperty");
        return new SignatureParts
        {
            Timestamp = timestamp,
            TimestampProperty = property,
            TimestampHeader = timestamp?.Named<string>("Header") ?? property,
            OwnTolerance = ownTolerance,
            DeliveryIdHeader = id?.Named<string>("Header"),
            DeliveryIdPath = id?.Named<string>("JsonPath"),
        };
    }
}
