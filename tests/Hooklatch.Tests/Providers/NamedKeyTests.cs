using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hooklatch.Tests.Providers;

/// <summary>Providers that sign their body with a key that the delivery names.</summary>
public sealed class NamedKeyTests
{
    private const string Body = """{"notificationId":"1"}""";
    private const string Circle = "X-Circle-Signature";
    private const string CircleKey = "X-Circle-Key-Id";
    private const string EBay = "X-EBAY-SIGNATURE";
    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    [Fact]
    public async Task Every_byte_counts()
    {
        await Corruption.IsRejectedAsync(CircleBench(), CircleRequest());
        await Corruption.OfHeaderIsRejectedAsync(CircleBench(), CircleRequest(), Circle);
        await Corruption.OfHeaderIsRejectedAsync(CircleBench(), CircleRequest(), CircleKey);
        await Corruption.IsRejectedAsync(EBayBench(), EBayRequest());
        await Corruption.OfHeaderIsRejectedAsync(EBayBench(), EBayRequest(), EBay);
    }

    [Fact]
    public async Task Each_header_stands_once()
    {
        foreach (var name in (string[])[Circle, CircleKey])
        {
            Assert.Equal(400, await CircleBench().StatusAsync(CircleRequest().Without(name)));
            Assert.Equal(403, await CircleBench().StatusAsync(CircleRequest().Twice(name)));
        }

        Assert.Equal(400, await EBayBench().StatusAsync(EBayRequest().Without(EBay)));
        Assert.Equal(403, await EBayBench().StatusAsync(EBayRequest().Twice(EBay)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"alg":"ecdsa","kid":"k1","digest":"SHA1","signature":null}""")]
    [InlineData("""{"alg":"ecdsa","kid":"k1","digest":"SHA1","signature":""}""")]
    [InlineData("""{"alg":"ecdsa","kid":1,"digest":"SHA1","signature":"AAAA"}""")]
    [InlineData("""{"alg":"\ud800","kid":"k1","digest":"SHA1","signature":"AAAA"}""")]
    public async Task What_is_no_signature_of_eBay_is_rejected(string text) =>
        Assert.InRange(
            await EBayBench().StatusAsync(EBayRequest().With(EBay, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))),
            400,
            403
        );

    [Fact]
    public async Task A_key_on_another_curve_is_none_of_the_provider()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Equal(403, await CircleBench(other).StatusAsync(CircleRequest(other)));
    }

    [Fact]
    public async Task Without_a_key_nothing_verifies()
    {
        Assert.Equal(500, await new VerifierBench(new CircleSignatureAttribute { PublicKey = "Key" }).StatusAsync(CircleRequest()));
        Assert.Equal(500, await new VerifierBench(new EBaySignatureAttribute { PublicKey = "Key" }).StatusAsync(EBayRequest()));
        Assert.Equal("PublicKey", new VerifierBench(new EBaySignatureAttribute { Secret = "Token" }, ("Token", "t")).MissingSetting);
    }

    [Fact]
    public async Task Several_keys_stand_beside_each_other()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bench = new VerifierBench(
            new CircleSignatureAttribute { PublicKey = "Key" },
            ("Key:0", Pinned(other, "k0")),
            ("Key:1", Pinned(Key, "k1"))
        );

        Assert.Equal(200, await bench.StatusAsync(CircleRequest()));
        Assert.Equal(403, await bench.StatusAsync(CircleRequest().With(CircleKey, "k0")));
    }

    private static VerifierBench CircleBench(ECDsa? key = null) =>
        new(new CircleSignatureAttribute { PublicKey = "Key" }, ("Key", Pinned(key ?? Key, "k1")));

    private static VerifierBench EBayBench() =>
        new(
            new EBaySignatureAttribute { PublicKey = "Key" },
            ("Key", JsonSerializer.Serialize(new { kid = "k1", key = Key.ExportSubjectPublicKeyInfoPem() }))
        );

    private static string Pinned(ECDsa key, string name) =>
        $$"""{"data":{"id":"{{name}}","publicKey":"{{Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}}"} }""";

    private static BenchRequest CircleRequest(ECDsa? key = null) =>
        new(Body) { Headers = [(Circle, Sign(key ?? Key, HashAlgorithmName.SHA256)), (CircleKey, "k1")] };

    private static BenchRequest EBayRequest()
    {
        var text = $$"""{"alg":"ecdsa","kid":"k1","signature":"{{Sign(Key, HashAlgorithmName.SHA1)}}","digest":"SHA1"}""";
        return new(Body) { Headers = [(EBay, Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))] };
    }

    private static string Sign(ECDsa key, HashAlgorithmName hash) =>
        Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(Body), hash, DSASignatureFormat.Rfc3279DerSequence));
}
