using Hooklatch.Signing.Text;

namespace Hooklatch.Console.Bodies;

/// <summary>
/// Names of members and fields whose values are masked: those that the core does not store of a header, and more that senders write into bodies.
/// </summary>
/// <param name="harmless">Names of which a handler's author says that they are none (<see cref="NotCredentialAttribute"/>).</param>
internal sealed class SecretNames(IReadOnlySet<string> harmless)
{
    private const int MaxLength = 256;

    /// <summary>What is one as a word of its own.</summary>
    private static readonly string[] Words =
    [
        "credential",
        "credentials",
        "passwd",
        "passcode",
        "passphrase",
        "pwd",
        "jwt",
        "bearer",
        "otp",
        "totp",
        "cvv",
        "cvc",
        "privatekey",
        "accesskey",
        "secretkey",
        "mnemonic",
    ];

    /// <summary>What makes a key a secret one, before that word: <c>private_key</c>.</summary>
    private static readonly string[] Keys =
    [
        "private",
        "access",
        "secret",
        "signing",
        "encryption",
        "shared",
        "master",
        "auth",
        "service",
        "webhook",
        "account",
        "storage",
        "license",
    ];

    /// <summary>Where nobody says anything of a name.</summary>
    public static SecretNames Strict { get; } = new(new HashSet<string>());

    /// <summary>Whether the value of a name is not shown.</summary>
    public bool Match(string name)
    {
        if (harmless.Contains(name))
        {
            return false;
        }

        // The end of a long name says what it is; a stranger writes it, and every word of it costs time.
        name = name.Length > MaxLength ? name[^MaxLength..] : name;
        return CredentialNames.Match(name) || MatchMore(CredentialNames.WordsOf(name));
    }

    private static bool MatchMore(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Words.Contains(words[i]) || (words[i] is "key" or "keys" && i > 0 && Keys.Contains(words[i - 1])))
            {
                return true;
            }
        }

        return words is ["auth"] or ["pass"];
    }
}
