using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Validation;

/// <summary>A value that is checked: a parameter or a property.</summary>
internal sealed record ValidatedValueModel
{
    /// <summary>The author's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name that the author gives it towards the sender; <see langword="null"/> to follow the policy.</summary>
    public required string? GivenKey { get; init; }

    /// <summary>The name in messages.</summary>
    public required string DisplayName { get; init; }

    public required EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>How the objects in the value are reached; <see langword="null"/> where there are none to check.</summary>
    public required ReachModel? Reach { get; init; }

    /// <summary>Whether the value is an <c>ImmutableArray&lt;T&gt;</c>, which may be unset and then throws.</summary>
    public required bool IsImmutableArray { get; init; }

    public bool IsChecked => Rules.Count > 0 || Reach is not null;
}
