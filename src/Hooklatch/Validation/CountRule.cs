using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Hooklatch.Validation;

/// <summary>
/// What <see cref="MinLengthAttribute"/> and its like mean, without their search for a property <c>Count</c> by reflection: the characters of
/// a text, or the items of any collection.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class CountRule : ValidationAttribute
{
    private protected CountRule(string message)
        : base(() => message) { }

    /// <inheritdoc/>
    public sealed override bool IsValid(object? value) =>
        value switch
        {
            null => true,
            string text => Allows(text.Length),
            ICollection items => Allows(items.Count),
            IEnumerable items => Allows(items.Cast<object?>().Count()),
            _ => false,
        };

    private protected abstract bool Allows(int count);
}
