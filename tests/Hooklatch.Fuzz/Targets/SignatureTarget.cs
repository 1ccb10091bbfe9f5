using System.Text;
using System.Text.RegularExpressions;
using Hooklatch.Signing.Text;

namespace Hooklatch.Fuzz.Targets;

/// <summary>The text of signatures: exactly one spelling is decoded, to exactly the bytes that it spells.</summary>
internal sealed partial class SignatureTarget(SignatureTarget.Decoder decodeHex, SignatureTarget.Decoder decodeBase64)
    : FuzzTarget("signature")
{
    private const string Prefix = "sha256=";
    private const int Length = 32;

    public SignatureTarget()
        : this(SignatureText.TryDecodeHex, SignatureText.TryDecodeBase64) { }

    public delegate bool Decoder(ReadOnlySpan<char> text, string prefix, Span<byte> signature);

    public override void Check(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        Assert.Equal(Hex.IsMatch(text) ? Convert.FromHexString(text[Prefix.Length..]) : null, Decode(decodeHex, text, Prefix));
        Assert.Equal(CanonicalBase64(text), Decode(decodeBase64, text, prefix: ""));
    }

    private static byte[]? Decode(Decoder decode, string text, string prefix)
    {
        var signature = new byte[Length];
        return decode(text, prefix, signature) ? signature : null;
    }

    private static byte[]? CanonicalBase64(string text)
    {
        var bytes = new byte[text.Length];
        return
            Convert.TryFromBase64String(text, bytes, out var length) && length == Length && Convert.ToBase64String(bytes, 0, length) == text
            ? bytes[..length]
            : null;
    }

    [GeneratedRegex(@"^sha256=[0-9A-Fa-f]{64}\z")]
    private static partial Regex Hex { get; }
}
