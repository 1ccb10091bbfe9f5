using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Validation;

/// <summary>What <see cref="ContentTypeAttribute"/> means.</summary>
/// <param name="patterns">Media types, and <c>type/*</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContentTypeRule(params string[] patterns) : FileRule
{
    private protected override bool Allows(IFormFile file) =>
        MediaTypeHeaderValue.TryParse(file.ContentType, out var stated)
        && !stated.MatchesAllSubTypes
        && patterns.Any(pattern => Matches(pattern, stated));

    private protected override string DefaultMessage(string name) =>
        $"The file {name} must be of the type {string.Join(" or ", patterns)}.";

    private static bool Matches(string pattern, MediaTypeHeaderValue stated) =>
        pattern.EndsWith("/*", StringComparison.Ordinal)
            ? stated.Type.Equals(pattern[..^2], StringComparison.OrdinalIgnoreCase)
            : stated.MediaType.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
