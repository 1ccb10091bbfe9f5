using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Tests.Verification;

/// <summary>One signature has one spelling, save the case of hexadecimal digits.</summary>
public sealed class SignatureTextTests
{
    [Theory]
    [InlineData("00ff10ab", true)]
    [InlineData("00FF10AB", true)]
    [InlineData("00fF10Ab", true)]
    [InlineData("", false)]
    [InlineData("00ff10a", false)]
    [InlineData("00ff10abc", false)]
    [InlineData("00ff10abcd", false)]
    [InlineData("00ff10ag", false)]
    [InlineData("0x00ff10", false)]
    [InlineData(" 00ff10a", false)]
    [InlineData("00ff10a ", false)]
    [InlineData("00ff10a\n", false)]
    [InlineData("00ff１0ab", false)]
    public void Hexadecimal_of_four_bytes(string text, bool isDecoded) =>
        Assert.Equal(isDecoded, SignatureText.TryDecodeHex(text, "", stackalloc byte[4]));

    [Theory]
    [InlineData("AP8Qqw==", true)]
    [InlineData("AP8Qqw=", false)]
    [InlineData("AP8Qqw", false)]
    [InlineData("AP8Qqx==", false)] // Spare bits set: the same bytes to a lenient decoder.
    [InlineData("AP8Qq===", false)]
    [InlineData("AP8Qqw== ", false)]
    [InlineData("AP8Q qw=", false)]
    [InlineData("AP8Qq\n==", false)]
    [InlineData("AP8QqwAA", false)]
    [InlineData("AP8Qqw==AP8Qqw==", false)]
    [InlineData("", false)]
    public void Base64_of_four_bytes(string text, bool isDecoded) =>
        Assert.Equal(isDecoded, SignatureText.TryDecodeBase64(text, "", stackalloc byte[4]));

    [Theory]
    [InlineData("+/+/", true)]
    [InlineData("-_-_", false)]
    [InlineData("+/+_", false)]
    public void Base64_has_one_alphabet(string text, bool isDecoded) =>
        Assert.Equal(isDecoded, SignatureText.TryDecodeBase64(text, "", stackalloc byte[3]));

    [Theory]
    [InlineData("v0=00ff", true)]
    [InlineData("V0=00ff", false)]
    [InlineData("v000ff", false)]
    [InlineData("00ff", false)]
    [InlineData("v0=", false)]
    [InlineData("v0=v0=00ff", false)]
    [InlineData(" v0=00ff", false)]
    [InlineData("v0= 00ff", false)]
    public void The_prefix_stands_exactly_once(string text, bool isDecoded) =>
        Assert.Equal(isDecoded, SignatureText.TryDecodeHex(text, "v0=", stackalloc byte[2]));

    [Theory]
    [InlineData("AP8Qqw", true)]
    [InlineData("AP8Qqw==", true)]
    [InlineData("AP8Qqw=", false)]
    [InlineData("AP8Qqw====", false)]
    [InlineData("AP8QqwAA", false)]
    [InlineData("AP8Qqw=A", false)]
    [InlineData("AP8Qqx", false)] // Spare bits set.
    [InlineData("AP8Qq", false)]
    [InlineData("AP8Q/w", false)]
    [InlineData("AP8Q w", false)]
    [InlineData("\0\0\0\0\0\0", false)]
    [InlineData("", false)]
    public void Base64url_of_four_bytes(string text, bool isDecoded) =>
        Assert.Equal(isDecoded, SignatureText.TryDecodeBase64Url(text, "", stackalloc byte[4]));

    [Theory]
    [InlineData("v1,AP8Qqw==", true)]
    [InlineData("V1,AP8Qqw==", false)]
    [InlineData("AP8Qqw==", false)]
    [InlineData("v1,", false)]
    [InlineData("v1,v1,AP8Qqw==", false)]
    public void The_prefix_stands_exactly_once_in_every_encoding(string text, bool isDecoded)
    {
        Assert.Equal(isDecoded, SignatureText.TryDecodeBase64(text, "v1,", stackalloc byte[4]));
        Assert.Equal(isDecoded, SignatureText.TryDecodeBase64Url(text, "v1,", stackalloc byte[4]));
        Assert.Equal(isDecoded, SignatureText.Decode(text, "v1,", SignatureEncoding.Base64) is not null);
        Assert.Equal(isDecoded, SignatureText.Decode(text, "v1,", SignatureEncoding.Base64Url) is not null);
        Assert.Equal(isDecoded, SignatureText.Decode(text.Replace("AP8Qqw==", "00ff10ab"), "v1,", SignatureEncoding.Hex) is not null);
    }

    [Theory]
    [InlineData(SignatureEncoding.Hex)]
    [InlineData(SignatureEncoding.Base64)]
    [InlineData(SignatureEncoding.Base64Url)]
    public void No_text_is_no_signature_of_any_length(SignatureEncoding encoding) => Assert.Null(SignatureText.Decode("", "", encoding));

    [Theory]
    [InlineData(2048, true)] // RSA of 8,192 bits.
    [InlineData(2050, false)]
    public void A_signature_of_any_length_is_decoded_up_to_a_bound(int digits, bool isDecoded) =>
        Assert.Equal(isDecoded, SignatureText.Decode(new string('a', digits), "", SignatureEncoding.Hex)?.Length == digits / 2);

    [Fact]
    public void What_is_decoded_is_what_was_signed()
    {
        Span<byte> decoded = stackalloc byte[4];

        Assert.True(SignatureText.TryDecodeHex("sha=00FF10ab", "sha=", decoded));
        Assert.Equal([0x00, 0xff, 0x10, 0xab], decoded.ToArray());

        Assert.True(SignatureText.TryDecodeBase64("v1,AP8Qqw==", "v1,", decoded));
        Assert.Equal([0x00, 0xff, 0x10, 0xab], decoded.ToArray());
    }
}
