using System.Buffers;

namespace Hooklatch.Console.Bodies;

/// <summary>
/// Finds what looks like a key of a well-known service, wherever it stands in a text: <c>ghp_…</c>, a token in three parts, a private key in PEM. Every search
/// is linear in the length of the text, since a stranger writes it.
/// </summary>
internal static class KnownKeys
{
    private const int MinTail = 8;

    /// <summary>How far what follows a prefix is looked at, until it is known to be a key: a text may be full of prefixes.</summary>
    private const int MaxLooked = 2048;

    private const int MaxLabel = 64;
    private const string Begin = "-----BEGIN ";
    private const string End = "-----END ";
    private const string Dashes = "-----";

    /// <summary>What such keys begin with. A key of the list is never the beginning of an English word.</summary>
    private static readonly SearchValues<string> Prefixes = SearchValues.Create(
        [
            "sk_live_",
            "sk_test_",
            "rk_live_",
            "rk_test_",
            "whsec_",
            "ghp_",
            "gho_",
            "ghu_",
            "ghs_",
            "ghr_",
            "github_pat_",
            "glpat-",
            "xoxb-",
            "xoxp-",
            "xoxa-",
            "xoxr-",
            "xoxs-",
            "xoxe-",
            "xoxe.",
            "xapp-",
            "shpat_",
            "shpss_",
            "shpca_",
            "shppa_",
            "sk-ant-",
            "sk-proj-",
            "npm_",
            "pypi-",
            "AIza",
            "ya29.",
            "dop_v1_",
            "hf_",
            "lin_api_",
            "sq0csp-",
            "sq0atp-",
            "AGE-SECRET-KEY-",
            "AKIA",
            "ASIA",
            "SG.",
            "eyJ",
        ],
        StringComparison.Ordinal
    );

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-+/=."
    );

    /// <summary>Adds what looks like a key.</summary>
    public static void Find(ReadOnlySpan<char> text, List<TextRange> found)
    {
        FindPrivateKeys(text, found);
        for (var at = 0; at < text.Length; )
        {
            var next = text[at..].IndexOfAny(Prefixes);
            if (next < 0)
            {
                return;
            }

            at += next;
            var isAlone = at == 0 || !char.IsAsciiLetterOrDigit(text[at - 1]);
            if (!IsKey(Run(text[at..Math.Min(text.Length, at + MaxLooked)]), isAlone))
            {
                at++;
                continue;
            }

            var length = Run(text[at..]).Length;
            found.Add(new(at, at + length));
            at += length;
        }
    }

    private static ReadOnlySpan<char> Run(ReadOnlySpan<char> text) =>
        text.IndexOfAnyExcept(KeyCharacters) is >= 0 and var length ? text[..length] : text;

    private static bool IsKey(ReadOnlySpan<char> key, bool isAlone) =>
        key.StartsWith("eyJ") ? isAlone && IsToken(key)
        : key.StartsWith("AKIA") || key.StartsWith("ASIA") ? isAlone && key.Length >= 20 && !key[..20].ContainsAnyExcept(UpperAndDigits)
        : key.StartsWith("SG.") ? isAlone && key.Length >= 30
        : key.StartsWith("AIza") ? isAlone && key.Length >= 30
        : key.StartsWith("hf_") || key.StartsWith("npm_") ? isAlone && key.Length >= 24
        : key.Length >= MinTail + 4;

    private static SearchValues<char> UpperAndDigits { get; } = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Whether it is a token in three parts (RFC 7515), or in five (RFC 7516).</summary>
    private static bool IsToken(ReadOnlySpan<char> key)
    {
        var first = key.IndexOf('.');
        return first >= 10 && key[(first + 1)..].Contains('.');
    }

    private static void FindPrivateKeys(ReadOnlySpan<char> text, List<TextRange> found)
    {
        for (var at = 0; at < text.Length; )
        {
            var begin = text[at..].IndexOf(Begin, StringComparison.Ordinal);
            if (begin < 0)
            {
                return;
            }

            begin += at;
            var label = text[(begin + Begin.Length)..];
            var labelEnd = label[..Math.Min(label.Length, MaxLabel)].IndexOf(Dashes, StringComparison.Ordinal);
            at = begin + Begin.Length;
            if (labelEnd < 0 || !label[..labelEnd].Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                continue;
            }

            at += labelEnd + Dashes.Length;
            var end = text[at..].IndexOf(End, StringComparison.Ordinal);
            // One that is cut off is masked to the end.
            var last = end < 0 ? text.Length : at + end;
            found.Add(new(at, last));
            at = last;
        }
    }
}
