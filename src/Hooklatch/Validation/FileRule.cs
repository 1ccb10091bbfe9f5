using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Validation;

/// <summary>A rule for an uploaded file, or for each file of a collection.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public abstract class FileRule : ValidationAttribute
{
    private protected FileRule() { }

    /// <summary>The author's message, word for word; <see langword="null"/> for the default one.</summary>
    public string? Message { get; init; }

    /// <inheritdoc/>
    public sealed override bool IsValid(object? value) =>
        value switch
        {
            null => true,
            IFormFile file => Allows(file),
            IEnumerable<IFormFile> files => files.All(Allows),
            _ => false,
        };

    /// <inheritdoc/>
    public sealed override string FormatErrorMessage(string name) => Message ?? DefaultMessage(name);

    private protected abstract bool Allows(IFormFile file);

    private protected abstract string DefaultMessage(string name);
}
