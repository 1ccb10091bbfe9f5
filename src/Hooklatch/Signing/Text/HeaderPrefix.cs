using System.Buffers;
using System.Text;

namespace Hooklatch.Signing.Text;

/// <summary>
/// Removes what stands before a token or a signature. An authentication scheme is read as HTTP defines it: in any case of its letters, with one or
/// more spaces behind it (RFC 9110 sections 11.1 and 11.4). Any other prefix is compared exactly.
/// </summary>
internal static class HeaderPrefix
{
    /// <summary>The characters of a token (RFC 9110 section 5.6.2).</summary>
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    );

    /// <returns>Whether the text begins with the prefix, of which it then is rid.</returns>
    public static bool TryRemove(ref ReadOnlySpan<char> text, string prefix)
    {
        if (!IsAuthenticationScheme(prefix))
        {
            return TryRemoveExactly(ref text, prefix);
        }

        var scheme = prefix.AsSpan().TrimEnd(' ');
        if (text.Length <= scheme.Length || text[scheme.Length] != ' ' || !Ascii.EqualsIgnoreCase(text[..scheme.Length], scheme))
        {
            return false;
        }

        text = text[scheme.Length..].TrimStart(' ');
        return true;
    }

    /// <inheritdoc cref="TryRemove"/>
    public static bool TryRemoveExactly(ref ReadOnlySpan<char> text, string prefix)
    {
        if (!text.StartsWith(prefix, StringComparison.Ordinal))
        {
            return false;
        }

        text = text[prefix.Length..];
        return true;
    }

    /// <summary>Whether a prefix is written as the name of an authentication scheme with the space that ends it: <c>"Bearer "</c>.</summary>
    private static bool IsAuthenticationScheme(string prefix) =>
        prefix is [not ' ', .., ' '] && !prefix.AsSpan().TrimEnd(' ').ContainsAnyExcept(TokenCharacters);
}
