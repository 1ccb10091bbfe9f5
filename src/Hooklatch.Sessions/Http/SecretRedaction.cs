using System.Text;

namespace Hooklatch.Sessions.Http;

/// <summary>
/// Replaces secrets in a text by <c>***</c>, also where the text holds them encoded, as a whole or in part: what is decoded once more, and once
/// more, is looked at each time, and what is found there is replaced where it came from.
/// </summary>
internal static class SecretRedaction
{
    private const string Mark = "***";

    /// <summary>How many encodings within each other are undone, such as a URL within JSON within JSON.</summary>
    private const int MaxDepth = 4;

    /// <summary>What a secret decodes to may be so short that it is in every text.</summary>
    private const int MinDecodedLength = 4;

    /// <summary>The text without the secrets.</summary>
    /// <param name="text">What somebody else wrote.</param>
    /// <param name="secrets">The secrets, as they are configured.</param>
    public static string Redact(string text, IEnumerable<string> secrets)
    {
        string[] forms = [.. secrets.SelectMany(FormsOf).Distinct(StringComparer.OrdinalIgnoreCase)];
        string[] blobs = [.. secrets.SelectMany(BlobsOf).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (text.Length == 0 || forms.Length == 0)
        {
            return text;
        }

        var isSecret = new bool[text.Length];
        var layer = DecodedText.Of(text);
        for (var depth = 0; ; depth++)
        {
            foreach (var form in forms)
            {
                MarkAll(layer, form, isSecret, isBlob: false);
            }

            foreach (var blob in blobs)
            {
                MarkAll(layer, blob, isSecret, isBlob: true);
            }

            if (depth == MaxDepth || !layer.TryDecode(out layer))
            {
                return Replace(text, isSecret);
            }
        }
    }

    /// <summary>The secret itself, and what it is an encoding of: a path of a URL may be configured with escapes and repeated without.</summary>
    private static IEnumerable<string> FormsOf(string secret)
    {
        var layer = DecodedText.Of(secret);
        var depth = 0;
        do
        {
            yield return layer.Text;
            if (layer.Text.Contains(' ', StringComparison.Ordinal))
            {
                // As a form writes it.
                yield return layer.Text.Replace(' ', '+');
            }
        } while (depth++ < MaxDepth && layer.TryDecode(out layer) && layer.Text.Length >= MinDecodedLength);

        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(secret));
    }

    /// <summary>
    /// What every base64 of a text with the secret holds, whether it begins at the first, second or third byte of a group: the characters that are
    /// of the secret alone, in both alphabets.
    /// </summary>
    private static IEnumerable<string> BlobsOf(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        for (var before = 0; before < 3; before++)
        {
            var encoded = Convert.ToBase64String([.. new byte[before], .. bytes]);
            var begin = (before * 8 + 5) / 6;
            var end = (before + bytes.Length) * 8 / 6;
            if (end - begin >= 4)
            {
                yield return encoded[begin..end];
                yield return encoded[begin..end].Replace('+', '-').Replace('/', '_');
            }
        }
    }

    private static void MarkAll(DecodedText layer, string secret, bool[] isSecret, bool isBlob)
    {
        var text = layer.Text;
        for (var at = 0; (at = text.IndexOf(secret, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += secret.Length)
        {
            var (begin, end) = (at, at + secret.Length);
            // The characters at both ends of a base64 hold bits of the secret, too.
            while (isBlob && begin > 0 && IsBase64(text[begin - 1]))
            {
                begin--;
            }

            while (isBlob && end < text.Length && IsBase64(text[end]))
            {
                end++;
            }

            isSecret.AsSpan(layer.BeginOf(begin)..layer.EndOf(end - 1)).Fill(true);
            // What is marked is not walked again: a whole answer may be one base64.
            at = Math.Max(at, end - secret.Length);
        }
    }

    private static bool IsBase64(char character) => char.IsAsciiLetterOrDigit(character) || character is '+' or '/' or '-' or '_' or '=';

    private static string Replace(string text, bool[] isSecret)
    {
        var safe = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!isSecret[at])
            {
                safe.Append(text[at]);
            }
            else if (at == 0 || !isSecret[at - 1])
            {
                safe.Append(Mark);
            }
        }

        return safe.ToString();
    }
}
