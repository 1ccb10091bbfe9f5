using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Hooklatch.Validation;

/// <summary>What <see cref="MinLengthAttribute"/> means.</summary>
/// <param name="length">The smallest number of characters or items.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MinLengthRule(int length) : CountRule("The field {0} must be a string or array type with a minimum length of '{1}'.")
{
    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, length);

    private protected override bool Allows(int count) => count >= length;
}
