using System.Buffers.Text;
using System.Security.Cryptography;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>Keys as JWKs: each kind that signs, and none that does not.</summary>
public sealed class SigningKeyTextTests
{
    [Theory]
    [InlineData("P-256", "1.2.840.10045.3.1.7")]
    [InlineData("P-384", "1.3.132.0.34")]
    [InlineData("P-521", "1.3.132.0.35")]
    public void A_key_on_a_curve_is_the_key_that_was_written_down(string name, string oid)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue(oid));
        var point = key.ExportParameters(includePrivateParameters: false).Q;

        var read = Assert.Single(
            SigningKeyText.Read($$"""{"kty":"EC","crv":"{{name}}","x":"{{Text(point.X!)}}","y":"{{Text(point.Y!)}}","kid":"k"}""")!
        );

        Assert.Equal("k", read.Id);
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), read.PublicKey);
        Assert.Null(SigningKeyText.Read($$"""{"kty":"EC","crv":"{{name}}","x":"{{Text(point.X!)}}","y":"{{Text(point.X!)}}"}"""));
        Assert.Null(SigningKeyText.Read($$"""{"kty":"EC","crv":"P-192","x":"{{Text(point.X!)}}","y":"{{Text(point.Y!)}}"}"""));
    }

    [Fact]
    public void A_key_of_RSA_is_the_key_that_was_written_down_and_has_enough_bits()
    {
        using var key = RSA.Create(2048);
        using var small = RSA.Create(1024);

        var read = Assert.Single(SigningKeyText.Read(Jwk(key))!);

        Assert.Equal(key.ExportSubjectPublicKeyInfo(), read.PublicKey);
        Assert.Null(SigningKeyText.Read(Jwk(small)));
        Assert.Null(SigningKeyText.Read("""{"kty":"RSA","n":"AQ","e":"AQAB"}"""));
        Assert.Null(SigningKeyText.Read("""{"kty":"RSA","n":"","e":""}"""));
        Assert.Null(SigningKeyText.Read(Jwk(key).Replace("\"n\"", "\"m\"")));
        Assert.Null(SigningKeyText.Read(Jwk(key).Replace("\"RSA\"", "\"oct\"")));
    }

    [Theory]
    [InlineData("\"use\":\"sig\"", true)]
    [InlineData("\"use\":\"enc\"", false)]
    [InlineData("\"expired_at\":null", true)]
    [InlineData("\"expired_at\":1700000000", false)]
    [InlineData("\"expired_at\":\"\"", false)]
    [InlineData("\"kty\":\"RSA\"", false)] // Said twice.
    public void A_key_that_signs_nothing_any_more_is_none(string member, bool isRead)
    {
        using var key = RSA.Create(2048);
        var text = Jwk(key).Insert(1, member + ",");

        Assert.Equal(isRead, SigningKeyText.Read(text) is not null);
        Assert.Equal(isRead, SigningKeyText.Read($$"""{"key":{{text}}}""") is not null);
        Assert.Equal(isRead, SigningKeyText.Read($$"""{"keys":[{{text}}]}""") is not null);
    }

    private static string Jwk(RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return $$"""{"kty":"RSA","n":"{{Text(numbers.Modulus!)}}","e":"{{Text(numbers.Exponent!)}}"}""";
    }

    private static string Text(byte[] number) => Base64Url.EncodeToString(number);
}
