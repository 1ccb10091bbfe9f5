using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Providers;

public sealed class PayPalTests
{
    private const string Signature = "PAYPAL-TRANSMISSION-SIG";
    private const string Address = "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594-a5cafa77";
    private const string Webhook = "8PT597110X687430LKGECATA";
    private const string Body = """{"id":"WH-1","event_type":"PAYMENT.CAPTURE.COMPLETED"}""";
    private static readonly TestCertificate Root = new("A root of the tests");
    private static readonly TestCertificate PayPal = new("messageverificationcerts.paypal.com", Root);

    public static TheoryData<int> Vectors => CodeVector.Numbers("paypal");

    public static TheoryData<string> Names =>
        [Signature, "PAYPAL-TRANSMISSION-ID", "PAYPAL-TRANSMISSION-TIME", "PAYPAL-CERT-URL", "PAYPAL-AUTH-ALGO"];

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_PayPal_signs_verifies(int number)
    {
        var vector = CodeVector.Of("paypal")[number];
        var bench = new VerifierBench(
            new PayPalSignatureAttribute { WebhookId = "Webhook", Certificate = "Certificate" },
            ("Webhook", vector.Secret),
            ("Certificate", vector.Text("certificate"))
        );

        Assert.Equal(vector.IsValid ? 200 : 403, await bench.StatusAsync(vector.Request, vector.Now));
    }

    [Theory]
    [InlineData("", 0u)]
    [InlineData("123456789", 0xCBF43926u)] // The check value of the CRC catalogue.
    public void The_checksum_is_that_of_ISO_3309(string text, uint crc) => Assert.Equal(crc, Crc32.Of(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public async Task Every_signed_byte_counts()
    {
        await Corruption.IsRejectedAsync(Pinned(), Signed());
        await Corruption.OfHeaderIsRejectedAsync(Pinned(), Signed(), Signature);
        await Corruption.OfHeaderIsRejectedAsync(Pinned(), Signed(), "PAYPAL-TRANSMISSION-ID");
        await Corruption.OfHeaderIsRejectedAsync(Pinned(), Signed(), "PAYPAL-TRANSMISSION-TIME");
        await Corruption.OfHeaderIsRejectedAsync(Pinned(), Signed(), "PAYPAL-AUTH-ALGO");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_header_stands_once(string name)
    {
        Assert.Equal(400, await Pinned().StatusAsync(Signed().Without(name)));
        Assert.Equal(403, await Pinned().StatusAsync(Signed().Twice(name)));
    }

    [Fact]
    public async Task A_delivery_to_another_webhook_is_403_and_no_webhook_500()
    {
        Assert.Equal(403, await Pinned("other").StatusAsync(Signed()));
        Assert.Equal(500, await Pinned(" ").StatusAsync(Signed()));
        Assert.Equal("Webhook", Pinned("").MissingSetting);
    }

    [Fact]
    public async Task An_id_that_holds_the_divider_is_403()
    {
        // "t-1|x" and a time are not "t-1" and another time.
        Assert.Equal(403, await Pinned().StatusAsync(Signed(id: "t-1|x")));
    }

    [Fact]
    public async Task Event_and_id_are_known()
    {
        var verdict = await Pinned().VerifyAsync(Signed());

        Assert.Equal(("PAYMENT.CAPTURE.COMPLETED", "t-1"), (verdict.Event, verdict.DeliveryId));
    }

    [Fact]
    public async Task A_certificate_is_fetched_where_it_leads_to_a_root()
    {
        var paypal = new FakeProvider();
        paypal.Serve(PayPal.Pem);

        Assert.Equal(200, await Fetching(paypal, Root).StatusAsync(Signed()));
        Assert.Equal([Address], paypal.Asked);
        Assert.Equal(403, await Fetching(paypal, new TestCertificate("Another root")).StatusAsync(Signed()));
        Assert.Equal(403, await Fetching(paypal, roots: null).StatusAsync(Signed()));
    }

    [Fact]
    public async Task A_certificate_of_another_owner_verifies_nothing()
    {
        var evil = new TestCertificate("evil.example", Root);
        var paypal = new FakeProvider();
        paypal.Serve(evil.Pem);

        Assert.Equal(403, await Fetching(paypal, Root).StatusAsync(Signed(by: evil)));
    }

    [Fact]
    public async Task A_certificate_that_is_over_verifies_nothing()
    {
        var paypal = new FakeProvider();
        paypal.Serve(PayPal.Pem);

        Assert.Equal(403, await Fetching(paypal, Root).StatusAsync(Signed(), VerifierBench.Now.AddDays(2)));
    }

    [Theory]
    [InlineData("http://api.paypal.com/v1/notifications/certs/CERT-1")]
    [InlineData("https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1")]
    [InlineData("https://api.paypal.com@evil.example/v1/notifications/certs/CERT-1")]
    [InlineData("https://evil.example/v1/notifications/certs/CERT-1")]
    [InlineData("https://api.paypal.com/v1/notifications/certs/../x")]
    [InlineData("https://api.paypal.com/v1/notifications/certs/CERT-1?x")]
    [InlineData("https://api.paypal.com:8443/v1/notifications/certs/CERT-1")]
    [InlineData("https://169.254.169.254/v1/notifications/certs/CERT-1")]
    public async Task No_other_address_is_asked(string address)
    {
        var paypal = new FakeProvider();
        paypal.Serve(PayPal.Pem);

        Assert.Equal(403, await Fetching(paypal, Root).StatusAsync(Signed().With("PAYPAL-CERT-URL", address)));
        Assert.Empty(paypal.Asked);
    }

    [Fact]
    public async Task Nothing_is_fetched_that_nobody_asked_for()
    {
        var paypal = new FakeProvider();
        paypal.Serve(PayPal.Pem);
        var bench = new VerifierBench(
            new PayPalSignatureAttribute { WebhookId = "Webhook", Certificate = "Certificate" },
            ("Webhook", Webhook)
        )
        {
            Services = paypal.Services(),
        };

        Assert.Equal(500, await bench.StatusAsync(Signed()));
        Assert.Empty(paypal.Asked);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_503()
    {
        var paypal = new FakeProvider { Answer = _ => throw new HttpRequestException("down") };

        Assert.Equal(503, await Fetching(paypal, Root).StatusAsync(Signed()));
        paypal.Answer = _ => new HttpResponseMessage(HttpStatusCode.BadGateway);
        Assert.Equal(503, await Fetching(paypal, Root).StatusAsync(Signed()));
    }

    private static VerifierBench Pinned(string webhook = Webhook) =>
        new(
            new PayPalSignatureAttribute { WebhookId = "Webhook", Certificate = "Certificate" },
            ("Webhook", webhook),
            ("Certificate", PayPal.Pem)
        );

    private static VerifierBench Fetching(FakeProvider paypal, TestCertificate? roots) =>
        new(
            new PayPalSignatureAttribute
            {
                WebhookId = "Webhook",
                FetchesCertificate = true,
                TrustedRoots = "Roots",
            },
            ("Webhook", Webhook),
            ("Roots", roots?.Pem)
        )
        {
            Services = paypal.Services(),
        };

    private static BenchRequest Signed(string id = "t-1", TestCertificate? by = null)
    {
        const string Time = "2023-11-14T22:13:20Z";
        var text = $"{id}|{Time}|{Webhook}|{Crc32.Of(Encoding.UTF8.GetBytes(Body))}";
        return new BenchRequest(Body)
        {
            Headers =
            [
                ("PAYPAL-TRANSMISSION-ID", id),
                ("PAYPAL-TRANSMISSION-TIME", Time),
                (Signature, (by ?? PayPal).Sign(text, HashAlgorithmName.SHA256)),
                ("PAYPAL-CERT-URL", Address),
                ("PAYPAL-AUTH-ALGO", "SHA256withRSA"),
            ],
        };
    }
}
