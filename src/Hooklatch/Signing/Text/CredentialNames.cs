namespace Hooklatch.Signing.Text;

/// <summary>
/// Names of headers and query parameters that carry a signature, a token or a session. A name is read word by word, as <c>X-Hub-Signature</c>,
/// <c>access_token</c> and <c>accessToken</c> are written: <c>signupId</c> and <c>tokenize</c> carry none.
/// </summary>
/// <remarks>The generator has the same rules; a test holds them equal.</remarks>
internal static class CredentialNames
{
    /// <summary>What is one only as a word of its own.</summary>
    private static readonly string[] Words = ["sig", "sign", "signed", "signing"];

    /// <summary>What is one also at the end of a word that others were written together with: <c>authtoken</c>.</summary>
    private static readonly string[] Endings = ["signature", "token", "secret", "cookie", "password"];

    /// <summary>What is one wherever it stands in a word.</summary>
    private static readonly string[] Parts = ["hmac", "apikey", "authorization"];

    public static bool Match(string name)
    {
        var words = WordsOf(name);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var singular = word.EndsWith('s') ? word[..^1] : word;
            if (
                Words.Contains(word)
                || Endings.Any(ending => singular.EndsWith(ending, StringComparison.Ordinal))
                || Parts.Any(part => word.Contains(part, StringComparison.Ordinal))
                || (word is "api" && i + 1 < words.Count && words[i + 1] is "key" or "keys")
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words in small letters: they end at what is no letter, before a capital, and before the last of several capitals.</summary>
    public static List<string> WordsOf(string name)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            var isLetter = i < name.Length && char.IsLetter(name[i]);
            var begins =
                isLetter
                && i > start
                && char.IsUpper(name[i])
                && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (isLetter && !begins)
            {
                continue;
            }

            if (i > start)
            {
                words.Add(name[start..i].ToLowerInvariant());
            }

            start = begins ? i : i + 1;
        }

        return words;
    }
}
