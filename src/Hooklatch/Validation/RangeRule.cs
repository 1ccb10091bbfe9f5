using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Hooklatch.Validation;

/// <summary>
/// What <see cref="RangeAttribute"/> means for limits that are written as text, without its type converters. Limits and values are read in
/// the invariant culture, so that a range is the same on every server.
/// </summary>
/// <param name="minimum">The smallest value.</param>
/// <param name="maximum">The largest value.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class RangeRule<T>(string minimum, string maximum) : ValidationAttribute
    where T : IParsable<T>, IComparable<T>
{
    private readonly T _minimum = T.Parse(minimum, CultureInfo.InvariantCulture);
    private readonly T _maximum = T.Parse(maximum, CultureInfo.InvariantCulture);

    /// <summary>Whether the smallest value is itself too small.</summary>
    public bool MinimumIsExclusive { get; init; }

    /// <summary>Whether the largest value is itself too large.</summary>
    public bool MaximumIsExclusive { get; init; }

    /// <inheritdoc/>
    public override bool IsValid(object? value) =>
        value switch
        {
            null or "" => true,
            T typed => Contains(typed),
            string text => T.TryParse(text, CultureInfo.InvariantCulture, out var parsed) && Contains(parsed),
            _ => false,
        };

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        string.Format(CultureInfo.CurrentCulture, ErrorMessage ?? DefaultMessage, name, _minimum, _maximum);

    private string DefaultMessage =>
        $"The field {{0}} must be between {{1}}{(MinimumIsExclusive ? " exclusive" : "")} and {{2}}{(MaximumIsExclusive ? " exclusive" : "")}.";

    private bool Contains(T value) =>
        value.CompareTo(_minimum) >= (MinimumIsExclusive ? 1 : 0) && value.CompareTo(_maximum) <= (MaximumIsExclusive ? -1 : 0);
}
