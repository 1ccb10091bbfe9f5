using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Hooklatch.Validation;

/// <summary>What <see cref="CompareAttribute"/> means, with the other property read by generated code.</summary>
/// <param name="other">Reads the property to compare with.</param>
/// <param name="otherName">Its name in messages.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property)]
public sealed class CompareRule<T>(Func<T, object?> other, string otherName) : ValidationAttribute("'{0}' and '{1}' do not match.")
{
    /// <inheritdoc/>
    public override bool RequiresValidationContext => true;

    /// <inheritdoc/>
    public override string FormatErrorMessage(string name) =>
        string.Format(CultureInfo.CurrentCulture, ErrorMessageString, name, otherName);

    /// <inheritdoc/>
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        Equals(value, other((T)validationContext.ObjectInstance))
            ? ValidationResult.Success
            : new ValidationResult(FormatErrorMessage(validationContext.DisplayName));
}
