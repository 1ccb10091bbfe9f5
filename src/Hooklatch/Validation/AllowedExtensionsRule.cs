using System.ComponentModel;
using Hooklatch.Bodies.Forms;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Validation;

/// <summary>What <see cref="AllowedExtensionsAttribute"/> means.</summary>
/// <param name="extensions">Extensions with their dot.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AllowedExtensionsRule(params string[] extensions) : FileRule
{
    private protected override bool Allows(IFormFile file)
    {
        var name = FileNames.ToDisplayName(file.FileName ?? "");
        return extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    private protected override string DefaultMessage(string name) =>
        $"The file {name} must have the extension {string.Join(" or ", extensions)}.";
}
