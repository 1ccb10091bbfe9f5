using System.Text;

namespace Hooklatch.Signing.Text;

/// <summary>A URL with <c>: / ? @ ! $ ' ( ) * , ;</c> decoded and all else as it was sent, as HubSpot signs it.</summary>
internal static class PartlyDecodedUrl
{
    public static string Of(string url)
    {
        if (!url.Contains('%', StringComparison.Ordinal))
        {
            return url;
        }

        var decoded = new StringBuilder(url.Length);
        for (var i = 0; i < url.Length; i++)
        {
            if (url[i] == '%' && i + 2 < url.Length && DecodedCharacter(url.AsSpan(i + 1, 2)) is { } character)
            {
                decoded.Append(character);
                i += 2;
            }
            else
            {
                decoded.Append(url[i]);
            }
        }

        return decoded.ToString();
    }

    private static char? DecodedCharacter(ReadOnlySpan<char> hex) =>
        hex switch
        {
            "3A" or "3a" => ':',
            "2F" or "2f" => '/',
            "3F" or "3f" => '?',
            "40" => '@',
            "21" => '!',
            "24" => '$',
            "27" => '\'',
            "28" => '(',
            "29" => ')',
            "2A" or "2a" => '*',
            "2C" or "2c" => ',',
            "3B" or "3b" => ';',
            _ => null,
        };
}
