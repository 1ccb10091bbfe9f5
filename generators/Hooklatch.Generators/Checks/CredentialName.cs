namespace Hooklatch.Generators.Checks;

/// <summary>Whether the name of a header or query parameter says that it carries a credential, by the rules of the runtime; a test holds them equal.</summary>
internal static class CredentialName
{
    private static readonly string[] Words = ["sig", "sign", "signed", "signing"];
    private static readonly string[] Endings = ["signature", "token", "secret", "cookie", "password"];
    private static readonly string[] Parts = ["hmac", "apikey", "authorization"];

    public static bool Is(string name)
    {
        var words = WordsOf(name);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            var singular = word.EndsWith("s", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;
            if (
                Words.Contains(word)
                || Endings.Any(ending => singular.EndsWith(ending, StringComparison.Ordinal))
                || Parts.Any(part => word.IndexOf(part, StringComparison.Ordinal) >= 0)
                || (word is "api" && i + 1 < words.Count && words[i + 1] is "key" or "keys")
            )
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> WordsOf(string name)
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
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
            }

            start = begins ? i : i + 1;
        }

        return words;
    }
}
