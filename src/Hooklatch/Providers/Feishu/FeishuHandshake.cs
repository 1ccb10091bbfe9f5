using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>
/// Finds the handshake of Feishu when a URL is entered, in text that nobody signed. Whatever the text is, the same is done with it; only
/// whoever asks the very handshake gets another answer, and with it another time.
/// </summary>
internal static class FeishuHandshake
{
    private const int Challenge = 0;
    private const int Token = 1;
    private const int Kind = 2;

    private static readonly FixedTimeJson.Name[] Names = [new("challenge"), new("token"), new("type")];

    /// <summary>Looks into a body as it was sent.</summary>
    /// <returns>The challenge; <see langword="null"/> where it is not the handshake, or does not bear one of the tokens.</returns>
    public static byte[]? FindPlain(ReadOnlySpan<byte> body, IReadOnlyList<byte[]> tokens) => Find(body, tokens, isPadded: ~0, isProven: 0);

    /// <summary>Looks into a message as it was decrypted, and writes over its padding.</summary>
    /// <returns>
    /// The challenge; <see langword="null"/> where it is not the handshake, or does not bear one of the tokens. Where none is configured the key
    /// with which it was encrypted is proof enough.
    /// </returns>
    public static byte[]? FindDecrypted(Span<byte> message, IReadOnlyList<byte[]> tokens)
    {
        var padding = FeishuCipher.PaddingOf(message);
        FeishuCipher.Blank(message, padding);
        return Find(message, tokens, isPadded: ~FixedTime.Same(padding, 0), isProven: FixedTime.Same(tokens.Count, 0));
    }

    private static byte[]? Find(ReadOnlySpan<byte> text, IReadOnlyList<byte[]> tokens, int isPadded, int isProven)
    {
        Span<FixedTimeJson.Member> members = stackalloc FixedTimeJson.Member[Names.Length];
        var isHandshake = Judge(text, tokens, members, isProven) & isPadded;
        return isHandshake == 0 ? null : text.Slice(members[Challenge].Start, members[Challenge].Length).ToArray();
    }

    private static int Judge(ReadOnlySpan<byte> text, IReadOnlyList<byte[]> tokens, Span<FixedTimeJson.Member> members, int isProven)
    {
        var isObject = FixedTimeJson.Read(text, Names, members);
        var (challenge, token, kind) = (members[Challenge], members[Token], members[Kind]);
        var isKnown = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            isKnown |= FixedTime.IsAt(text, token.Start, token.Length, tokens[i]);
        }

        return isObject
            & FixedTime.Same(challenge.Count, 1)
            & FixedTime.Less(0, challenge.Length)
            & FixedTime.Same(kind.Count, 1)
            & FixedTime.IsAt(text, kind.Start, kind.Length, "url_verification"u8)
            & (isProven | (FixedTime.Same(token.Count, 1) & isKnown));
    }
}
