using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Validation;

/// <summary>A type whose objects are checked.</summary>
internal sealed record ValidatedTypeModel
{
    /// <summary>As a <c>global::</c> name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The author's name.</summary>
    public required string Name { get; init; }

    /// <summary>All its properties, those of its base first; a failure of the whole object may name any.</summary>
    public required EquatableArray<ValidatedValueModel> Members { get; init; }

    /// <summary>The rules of the type itself.</summary>
    public required EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>Whether it is an <c>IValidatableObject</c>.</summary>
    public required bool ValidatesItself { get; init; }

    /// <summary>The derived types that JSON may put in its place, the most derived first.</summary>
    public required EquatableArray<string> Derived { get; init; }

    /// <summary>Whether its objects are checked as a whole once their members are valid.</summary>
    public bool IsCheckedAsWhole => ValidatesItself || Rules.Count > 0;
}
