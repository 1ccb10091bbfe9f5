using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Hooklatch.Signing.Keys;

/// <summary>Reads keys as they are written in a configuration. What cannot be read is no key.</summary>
internal static class KeyText
{
    private const string Pem = "-----BEGIN ";

    public static byte[] Decode(string text, KeyEncoding encoding, string prefix)
    {
        text = text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : text;
        try
        {
            return encoding switch
            {
                KeyEncoding.Utf8 => Encoding.UTF8.GetBytes(text),
                KeyEncoding.Base64 => FromBase64(text.Trim()),
                _ => Convert.FromHexString(text.Trim()),
            };
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>How a key is written, to follow "as".</summary>
    public static string FormOf(KeyEncoding encoding, string prefix)
    {
        var form = encoding switch
        {
            KeyEncoding.Utf8 => "text",
            KeyEncoding.Base64 => "base64",
            _ => "hexadecimal digits",
        };
        return prefix.Length > 0 ? $"{form} after '{prefix}'" : form;
    }

    /// <summary>A public key: PEM (of a key or of a certificate that holds it), or encoded as the scheme says.</summary>
    public static byte[] DecodePublic(string text, KeyEncoding encoding, string prefix) =>
        text.Contains(Pem, StringComparison.Ordinal) ? DecodePem(text) : Decode(text, encoding, prefix);

    /// <summary>Joins the lines of PEM blocks that were split into lines as several keys are.</summary>
    public static string[] JoinPem(string[] lines)
    {
        var keys = new List<string>();
        StringBuilder? block = null;
        foreach (var line in lines)
        {
            if (line.StartsWith(Pem, StringComparison.Ordinal) && !line.Contains("-----END ", StringComparison.Ordinal))
            {
                block = new StringBuilder();
            }

            block?.AppendLine(line);
            if (block is null)
            {
                keys.Add(line);
            }
            else if (line.StartsWith("-----END ", StringComparison.Ordinal))
            {
                keys.Add(block.ToString());
                block = null;
            }
        }

        return [.. keys];
    }

    /// <summary>Either alphabet of RFC 4648, padded or not: a key is written by its owner, so that nothing depends on one spelling.</summary>
    private static byte[] FromBase64(string text)
    {
        text = text.TrimEnd('=').Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }

    private static byte[] DecodePem(string text)
    {
        try
        {
            if (!PemEncoding.TryFind(text, out var fields))
            {
                return [];
            }

            if (text.AsSpan()[fields.Label] is not "CERTIFICATE")
            {
                return Convert.FromBase64String(text[fields.Base64Data]);
            }

            using var certificate = X509Certificate2.CreateFromPem(text);
            return certificate.PublicKey.ExportSubjectPublicKeyInfo();
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return [];
        }
    }
}
