namespace Hooklatch.Generators.Verification;

/// <summary>The names of a header that goes by several, as an attribute writes them: <c>X-Acme-Topic|Acme-Topic</c>.</summary>
internal static class HeaderNames
{
    /// <summary>What is wrong with them; <see langword="null"/> where nothing is, or there is no header.</summary>
    public static string? Problem(string? header)
    {
        var names = (header ?? "").Split('|');
        return names.Length == 1 ? null
            : names.Any(string.IsNullOrWhiteSpace) ? $"of the names of its header '{header}' one is empty"
            : names.Distinct(StringComparer.OrdinalIgnoreCase).Count() < names.Length
                ? $"of the names of its header '{header}' two are the same"
            : null;
    }
}
