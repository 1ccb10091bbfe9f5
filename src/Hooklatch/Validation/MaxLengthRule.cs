using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Hooklatch.Validation;

/// <summary>What <see cref="MaxLengthAttribute"/> means.</summary>
/// <param name="length">The largest number of characters or items; -1, or nothing, for any number.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MaxLengthRule(int length = -1)
    : CountRule("The field {0} must be a string or array type with a maximum length of '{1}'.")
{
    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) => string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, length);

    private protected override bool Allows(int count) => length == -1 || count <= length;
}
