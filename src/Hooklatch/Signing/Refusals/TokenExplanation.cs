using System.Text;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Signing.Refusals;

/// <summary>Explains why a token was refused. What was sent may be a secret with one letter wrong, so that not even its length is told.</summary>
internal static class TokenExplanation
{
    public delegate bool TokenTest(ReadOnlySpan<byte> token);

    public static RefusalExplanation Of(
        TokenScheme scheme,
        string description,
        string name,
        StringValues values,
        int configured,
        TokenTest isToken
    )
    {
        var guess = SecurityHeader.Count(values) switch
        {
            HeaderCount.None => new RefusalGuess(RefusalCause.Missing, values.Count == 0 ? $"{name} is missing." : $"{name} is empty."),
            HeaderCount.Several => new(RefusalCause.Repeated, $"{name} stands {values.Count} times, and only one is accepted."),
            _ when configured == 0 => new(RefusalCause.NoSecret, "No token is configured."),
            _ => Guess(scheme, values.ToString(), isToken),
        };
        return new RefusalExplanation
        {
            Scheme = description,
            Values = [new(name, values.Count, null, Reading(scheme))],
            SecretCount = configured,
            SecretsTried = [.. Enumerable.Range(0, values.Count == 1 ? configured : 0)],
            Guesses = [guess],
        };
    }

    private static string Reading(TokenScheme scheme) =>
        "read as "
        + (scheme.IsBase64 ? "base64 of the token" : "the token")
        + (scheme.Prefix.Length > 0 ? $" after '{scheme.Prefix}'" : "");

    private static RefusalGuess Guess(TokenScheme scheme, string received, TokenTest isToken)
    {
        var rest = received.AsSpan();
        var hasPrefix = scheme.TryRemovePrefix(ref rest);
        var space = received.IndexOf(' ', StringComparison.Ordinal);
        string[] writings = [hasPrefix ? rest.ToString() : received, received, space < 0 ? received : received[(space + 1)..]];
        for (var i = 0; i < writings.Length; i++)
        {
            var (written, isOwnPrefix) = (writings[i], hasPrefix && i == 0);
            foreach (var token in new[] { written, written.Trim() })
            {
                if (isToken(Encoding.UTF8.GetBytes(token)))
                {
                    return !isOwnPrefix ? Prefix(scheme)
                        : scheme.IsBase64 ? new(RefusalCause.Encoding, "The token fits as it is: it has to be sent as base64.")
                        : new(RefusalCause.Encoding, "The token fits without the white space around it.");
                }

                if (SignatureText.Decode(token, "", SignatureEncoding.Base64) is { } decoded && isToken(decoded))
                {
                    return isOwnPrefix || !scheme.IsBase64
                        ? new(RefusalCause.Encoding, "The token fits when it is decoded from base64, which the scheme does not do.")
                        : Prefix(scheme);
                }
            }

            if (isToken(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(written))))
            {
                return new(RefusalCause.Encoding, "The token fits when it is URL-decoded once more: it was encoded twice.");
            }
        }

        return new(RefusalCause.Secret, "The token is another one than those that are configured.");
    }

    private static RefusalGuess Prefix(TokenScheme scheme) =>
        new(
            RefusalCause.Prefix,
            scheme.Prefix.Length > 0
                ? $"The token fits, but does not stand after '{scheme.Prefix}' as the scheme expects."
                : "The token fits, but something stands before it that the scheme does not expect."
        );
}
