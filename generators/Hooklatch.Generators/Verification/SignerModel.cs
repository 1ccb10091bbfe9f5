using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Verification;

/// <summary>What signs by the schemes of an attribute class that is declared here and partial.</summary>
internal sealed record SignerModel
{
    /// <summary>The file, whose name differs from others not by case alone.</summary>
    public string HintName { get; init; } = "";

    /// <summary>The namespace; empty for none.</summary>
    public required string Namespace { get; init; }

    public required string ClassName { get; init; }

    /// <summary>The attribute as its user writes it.</summary>
    public required string Attribute { get; init; }

    /// <summary>The schemes, in the order of the attributes; none where a token verifies.</summary>
    public required EquatableArray<SchemeModel> Schemes { get; init; }

    public required TokenModel? Token { get; init; }

    /// <summary>The marks of what its attributes name.</summary>
    public required Marks Marks { get; init; }

    public required bool RequiresAll { get; init; }

    /// <summary>Headers with a fixed value: name and value in turn.</summary>
    public required EquatableArray<string> RequiredHeaders { get; init; }

    /// <summary>The property of the attribute that names the header of the timestamp, and stands for it in the schemes.</summary>
    public required string? TimestampProperty { get; init; }

    public required string? EventHeader { get; init; }

    public required string? EventQuery { get; init; }

    public required string? DeliveryIdHeader { get; init; }
}
