using System.Text;

namespace Hooklatch.Generators.Common;

/// <summary>The name of an HTTP header: a token (RFC 9110 section 5.6.2).</summary>
internal static class HttpHeaderName
{
    private const string Punctuation = "!#$%&'*+-.^_`|~";

    public static bool IsValid(string name) => name.Length > 0 && name.All(IsTokenCharacter);

    /// <summary>The name that was probably meant: without the colon, and with hyphens for spaces.</summary>
    public static string? Meant(string name)
    {
        var meant = new StringBuilder();
        foreach (var c in name.Trim().TrimEnd(':').Trim())
        {
            if (char.IsWhiteSpace(c) || !IsTokenCharacter(c))
            {
                if (meant.Length > 0 && meant[meant.Length - 1] != '-')
                {
                    meant.Append('-');
                }
            }
            else
            {
                meant.Append(c);
            }
        }

        var text = meant.ToString().Trim('-');
        return text.Length > 0 && text != name ? text : null;
    }

    private static bool IsTokenCharacter(char c) =>
        c is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') || Punctuation.IndexOf(c) >= 0;
}
