using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Hooklatch.Validation;

/// <summary>What <see cref="LengthAttribute"/> means.</summary>
/// <param name="minimum">The smallest number of characters or items.</param>
/// <param name="maximum">The largest.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LengthRule(int minimum, int maximum)
    : CountRule("The field {0} must be a string or collection type with a minimum length of '{1}' and maximum length of '{2}'.")
{
    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, minimum, maximum);

    private protected override bool Allows(int count) => count >= minimum && count <= maximum;
}
