namespace Hooklatch.Generators.Configuration;

/// <summary>A property that configuration sets.</summary>
internal sealed record ConfigPropertyModel
{
    /// <summary>The property, which is also its configuration key.</summary>
    public required string Name { get; init; }

    public required ConfigValueModel Value { get; init; }

    public required bool IsRequired { get; init; }

    public required bool IsSecret { get; init; }

    /// <summary>Whether the property may be <see langword="null"/>.</summary>
    public required bool IsNullable { get; init; }

    /// <summary>Whether <c>[DisallowNull]</c> forbids to set it to the null that it may be.</summary>
    public required bool ForbidsNull { get; init; }

    /// <summary>The first paragraph of its documentation, for the schema.</summary>
    public required string? Description { get; init; }

    /// <summary>The value that its class gives it, as JSON, where that is a constant.</summary>
    public required string? Default { get; init; }

    /// <summary>Whether the property is a secret or holds one.</summary>
    public bool HoldsSecret => IsSecret || Value.HoldsSecret;
}
