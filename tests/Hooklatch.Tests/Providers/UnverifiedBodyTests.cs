using System.Security.Cryptography;
using System.Text;
using Hooklatch.Bodies.Forms;
using Hooklatch.Providers;
using Hooklatch.Signing.Text;
using Hooklatch.Verification.Keys;

namespace Hooklatch.Tests.Providers;

/// <summary>
/// What is taken apart before it is verified is taken apart up to a bound: a document of small values takes a dozen times its length in memory,
/// and anyone can send one.
/// </summary>
public sealed class UnverifiedBodyTests
{
    private const int Most = 1 << 20;

    [Theory]
    [InlineData(Most, true)]
    [InlineData(Most + 1, false)]
    public void JSON(int length, bool isRead)
    {
        var text = Padded("{\"a\":1", length, "}");

        Assert.Equal(isRead, UntrustedJson.Parse(text) is not null);
        Assert.NotNull(UntrustedJson.ParseVerified(text));
    }

    [Theory]
    [InlineData(Most, true)]
    [InlineData(Most + 1, false)]
    public void XML(int length, bool isRead) => Assert.Equal(isRead, FlatXml.Read(Padded("<xml>", length, "</xml>")) is not null);

    [Theory]
    [InlineData(Most, true)]
    [InlineData(Most + 1, false)]
    public void Forms(int length, bool isRead) => Assert.Equal(isRead, FormPairs.Read(Padded("a=", length, "")) is not null);

    [Theory]
    [InlineData(1023, true)]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void Forms_of_many_fields(int fields, bool isRead) =>
        Assert.Equal(isRead, FormPairs.Read(Encoding.UTF8.GetBytes(string.Join('&', Enumerable.Repeat("a=1", fields)))) is not null);

    /// <summary>A notification that Adyen could have signed, were it not for its length.</summary>
    [Fact]
    public async Task A_signed_body_that_is_too_long_to_be_taken_apart_is_rejected()
    {
        const string Key = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromHexString(Key), "r:::::::"u8));
        var item = $$"""{"pspReference":"r","additionalData":{"hmacSignature":"{{signature}}"} }""";
        var body = $$"""{"notificationItems":[{"NotificationRequestItem":{{item}} }]""";
        var bench = new VerifierBench(new AdyenSignatureAttribute { Secret = "Key" }, ("Key", Key));

        Assert.Equal(200, await bench.StatusAsync(new BenchRequest(Padded(body, Most, "}"))));
        Assert.Equal(403, await bench.StatusAsync(new BenchRequest(Padded(body, Most + 1, "}"))));
    }

    [Fact]
    public void A_chain_is_built_once_in_ten_minutes_for_one_certificate_and_its_roots()
    {
        var built = 0;
        var keys = new CheckedKeys<string>(
            (_, _, _) =>
            {
                built++;
                return null;
            }
        );
        var address = new Uri("https://api.paypal.com/v1/notifications/certs/CERT-1");
        ReadOnlyMemory<byte> certificate = new byte[] { 1 };
        var now = VerifierBench.Now;

        for (var i = 0; i < 100; i++)
        {
            keys.KeyOf(address, certificate, now.AddSeconds(i), "roots");
        }

        Assert.Equal(1, built);
        keys.KeyOf(address, certificate, now.AddMinutes(10), "roots");
        Assert.Equal(2, built);
        keys.KeyOf(address, certificate, now.AddMinutes(10), "other roots");
        Assert.Equal(3, built);
        keys.KeyOf(address, new byte[] { 1 }, now.AddMinutes(10), "other roots");
        Assert.Equal(4, built);
    }

    private static byte[] Padded(string head, int length, string tail) =>
        Encoding.UTF8.GetBytes(head + new string(' ', length - head.Length - tail.Length) + tail);
}
