using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;
using Hooklatch.Signing.Text;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>What verifiers in code are made of: each rejects what is no key, no signature or no time, and none throws.</summary>
public sealed class CodeSignatureTests : IDisposable
{
    private static readonly byte[] Signed = "signed"u8.ToArray();

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly ECDsa _ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        _rsa.Dispose();
        _ecdsa.Dispose();
    }

    [Fact]
    public void RSA_is_verified_by_a_whole_key_of_enough_bits()
    {
        using var small = RSA.Create(1024);
        var key = _rsa.ExportSubjectPublicKeyInfo();

        Assert.True(VerifyRsa(key, Sign(_rsa)));
        Assert.False(VerifyRsa([.. key, 0], Sign(_rsa)));
        Assert.False(VerifyRsa(key[..^1], Sign(_rsa)));
        Assert.False(VerifyRsa([], Sign(_rsa)));
        Assert.False(VerifyRsa([1, 2, 3], Sign(_rsa)));
        Assert.False(VerifyRsa(_ecdsa.ExportSubjectPublicKeyInfo(), Sign(_rsa)));
        Assert.False(VerifyRsa(small.ExportSubjectPublicKeyInfo(), Sign(small)));
        Assert.False(VerifyRsa(key, []));
    }

    [Fact]
    public void ECDSA_is_verified_by_a_whole_key_on_its_curve()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        var key = _ecdsa.ExportSubjectPublicKeyInfo();

        Assert.True(VerifyEcdsa(key, Sign(_ecdsa)));
        Assert.False(VerifyEcdsa([.. key, 0], Sign(_ecdsa)));
        Assert.False(VerifyEcdsa(key[..^1], Sign(_ecdsa)));
        Assert.False(VerifyEcdsa([], Sign(_ecdsa)));
        Assert.False(VerifyEcdsa([1, 2, 3], Sign(_ecdsa)));
        Assert.False(VerifyEcdsa(_rsa.ExportSubjectPublicKeyInfo(), Sign(_ecdsa)));
        Assert.False(VerifyEcdsa(other.ExportSubjectPublicKeyInfo(), Sign(other)));
        Assert.False(VerifyEcdsa(key, []));
        Assert.False(EcdsaSignature.IsKey([1, 2, 3]));
        Assert.False(EcdsaSignature.IsKey([.. key, 0]));
    }

    [Fact]
    public void A_hash_of_another_length_is_signed_by_nobody()
    {
        using var rsa = RsaSha256Key.Import(_rsa.ExportSubjectPublicKeyInfo())!;
        using var ecdsa = EcdsaP256Sha256Key.Import(_ecdsa.ExportSubjectPublicKeyInfo())!;
        var hash = SHA256.HashData(Signed);

        Assert.True(rsa.Verify(hash, Sign(_rsa)));
        Assert.True(ecdsa.Verify(hash, Sign(_ecdsa)));
        foreach (var other in new[] { [], hash[..^1], [.. hash[..^1], (byte)~hash[^1]] })
        {
            Assert.False(rsa.Verify(other, Sign(_rsa)));
            Assert.False(ecdsa.Verify(other, Sign(_ecdsa)));
        }
    }

    [Fact]
    public void A_certificate_is_read_as_PEM_and_as_DER_and_nothing_else_is_one()
    {
        using var certificate = new CertificateRequest("CN=provider", _ecdsa, HashAlgorithmName.SHA256).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(100)
        );
        foreach (var text in new[] { certificate.RawData, Encoding.ASCII.GetBytes(certificate.ExportCertificatePem()) })
        {
            using var read = RsaSignature.ReadCertificate(text);
            Assert.Equal(certificate.RawData, read!.RawData);
        }

        foreach (var text in new[] { "", "-", "-----BEGIN CERTIFICATE-----", "no certificate" })
        {
            Assert.Null(RsaSignature.ReadCertificate(Encoding.ASCII.GetBytes(text)));
        }
    }

    [Theory]
    [InlineData("a", "a", true)]
    [InlineData("a", "b\na\na", true)]
    [InlineData("a", "a\nb", true)]
    [InlineData("a", "A\nb", false)]
    [InlineData("", "a", false)]
    public void One_of_several_is_found_wherever_and_however_often_it_stands(string text, string several, bool isFound) =>
        Assert.Equal(isFound, FixedTime.IsOneOf(text, several.Split('\n')));

    [Theory]
    [InlineData("0", false, "1970-01-01T00:00:00Z")]
    [InlineData("1700000000", false, "2023-11-14T22:13:20Z")]
    [InlineData("1700000000999", true, "2023-11-14T22:13:20Z")]
    [InlineData("253402300799", false, "9999-12-31T23:59:59Z")]
    [InlineData("253402300800", false, null)]
    [InlineData("9223372036854775807", false, null)]
    [InlineData("9223372036854775808", false, null)]
    [InlineData("", false, null)]
    [InlineData("-1", false, null)]
    [InlineData("+1", false, null)]
    [InlineData(" 1", false, null)]
    [InlineData("1.5", false, null)]
    [InlineData("now", true, null)]
    public void A_time_is_digits(string text, bool isMilliseconds, string? time) =>
        Assert.Equal(Parse(time), SignedTime.ReadUnix(text, isMilliseconds));

    [Theory]
    [InlineData("2023-11-14T22:13:20Z", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T22:13:20.5Z", "2023-11-14T22:13:20.5Z")]
    [InlineData("2023-11-14T22:13:20", null)]
    [InlineData("2023-11-14T22:13:20+01:00", null)]
    [InlineData("2023-11-14 22:13:20Z", null)]
    [InlineData("", null)]
    public void Or_a_date_in_UTC(string text, string? time) => Assert.Equal(Parse(time), SignedTime.ReadRfc3339(text));

    private static DateTimeOffset? Parse(string? time) =>
        time is null ? null : DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Sign(RSA key) => key.SignData(Signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] Sign(ECDsa key) => key.SignData(Signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static bool VerifyRsa(byte[] key, byte[] signature) => RsaSignature.Verify(key, Signed, signature, HashAlgorithmName.SHA256);

    private static bool VerifyEcdsa(byte[] key, byte[] signature) =>
        EcdsaSignature.Verify(
            key,
            ECCurve.NamedCurves.nistP256,
            Signed,
            signature,
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
}
