using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Validation;

/// <summary>What <see cref="MaxSizeAttribute"/> means.</summary>
/// <param name="bytes">The largest size.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MaxSizeRule(long bytes) : FileRule
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB"];

    private protected override bool Allows(IFormFile file) => file.Length <= bytes;

    private protected override string DefaultMessage(string name) => $"The file {name} must not be larger than {Size()}.";

    /// <summary>The size in the largest unit that gives it exactly.</summary>
    private string Size()
    {
        var (size, unit) = (bytes, 0);
        while (unit < Units.Length - 1 && size >= 1024 && size % 1024 == 0)
        {
            (size, unit) = (size / 1024, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size} {Units[unit]}");
    }
}
