using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Providers;

public sealed class AdyenTests
{
    private const string Key = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";

    [Fact]
    public async Task What_Adyens_library_signs_verifies()
    {
        var vector = Assert.Single(CodeVector.Of("adyen"));
        var verdict = await Bench(vector.Secret).VerifyAsync(vector.Request);

        Assert.Equal(("EVENT", "pspReference:EVENT"), (verdict.Event, verdict.DeliveryId));
        Assert.Equal("[accepted]", Encoding.UTF8.GetString(verdict.Acknowledgement!.Body.Span));
    }

    [Fact]
    public async Task Every_signed_byte_counts()
    {
        var request = new BenchRequest(Envelope(Item()));
        var body = Encoding.UTF8.GetString(request.Body);
        // All values from the reference on are signed; names and the envelope before them are not.
        var values = new HashSet<int>(
            from value in (string[])["7914073381342284", "TestMerchant", "TestPayment-1", "1130", "EUR", "AUTHORISATION", "true"]
            let start = body.IndexOf(value, StringComparison.Ordinal)
            from i in Enumerable.Range(start, value.Length)
            select i
        );

        await Corruption.IsRefusedAsync(Bench(), request, values.Contains);
    }

    [Fact]
    public async Task Every_notification_must_be_signed()
    {
        Assert.Equal(200, await Bench().StatusAsync(new BenchRequest(Envelope(Item(), Item(reference: "2")))));
        Assert.Equal(
            403,
            await Bench().StatusAsync(new BenchRequest(Envelope(Item(), Item(reference: "2", signature: new string('A', 43) + "="))))
        );
        Assert.Equal(400, await Bench().StatusAsync(new BenchRequest(Envelope(Item(), """{"NotificationRequestItem":{}}"""))));
        Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(Envelope())));
        Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(Envelope([.. Enumerable.Repeat(Item(), 101)]))));
    }

    [Fact]
    public async Task A_divider_in_a_value_is_escaped()
    {
        // "a:b" and "c" are not "a" and "b:c".
        var item = Item(account: "a:b", reference: "c");

        Assert.Equal(200, await Bench().StatusAsync(new BenchRequest(Envelope(item))));
        Assert.Equal(
            403,
            await Bench().StatusAsync(new BenchRequest(Envelope(item.Replace("\"a:b\"", "\"a\"").Replace("\"c\"", "\"b:c\""))))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"notificationItems":{}}""")]
    [InlineData("""{"notificationItems":[1],"notificationItems":[]}""")]
    public async Task What_is_no_notification_is_403(string body) => Assert.Equal(403, await Bench().StatusAsync(new BenchRequest(body)));

    /// <summary>Two notifications without a reference are not copies of each other.</summary>
    [Theory]
    [InlineData("7914073381342284", "7914073381342284:AUTHORISATION")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task An_id_takes_a_reference(string? reference, string? id)
    {
        var verdict = await Bench().VerifyAsync(new BenchRequest(Envelope(Item(pspReference: reference))));

        Assert.Null(verdict.Rejection);
        Assert.Equal(id, verdict.DeliveryId);
    }

    [Fact]
    public async Task Without_a_secret_it_is_500_and_reported()
    {
        var bench = new VerifierBench(new AdyenSignatureAttribute());

        Assert.Equal("Secret", bench.MissingSetting);
        Assert.Equal(500, await bench.StatusAsync(new BenchRequest(Envelope(Item()))));
    }

    [Fact]
    public async Task Keys_are_hexadecimal_and_rotate()
    {
        var request = new BenchRequest(Envelope(Item()));

        Assert.Equal(1, (await Bench("00\n" + Key).VerifyAsync(request)).SecretIndex);
        Assert.Equal(200, await Bench(Key.ToLowerInvariant()).StatusAsync(request));
        Assert.Equal(403, await Bench("00").StatusAsync(request));
        Assert.Equal(500, await Bench("no hex").StatusAsync(request));
        Assert.Equal(500, await Bench(" ").StatusAsync(request));
    }

    private static VerifierBench Bench(string key = Key) => new(new AdyenSignatureAttribute { Secret = "Key" }, ("Key", key));

    private static string Envelope(params string[] items) => $$"""{"live":"false","notificationItems":[{{string.Join(',', items)}}]}""";

    private static string Item(
        string account = "TestMerchant",
        string reference = "TestPayment-1",
        string? signature = null,
        string? pspReference = "7914073381342284"
    )
    {
        var text = $"{pspReference}::{account.Replace(":", "\\:")}:{reference}:1130:EUR:AUTHORISATION:true";
        var head = pspReference is null ? "" : $"\"pspReference\":\"{pspReference}\",";
        signature ??= Convert.ToBase64String(HMACSHA256.HashData(Convert.FromHexString(Key), Encoding.UTF8.GetBytes(text)));
        return $$$"""
            {"NotificationRequestItem":{{{{head}}}"merchantAccountCode":"{{{account}}}","merchantReference":"{{{reference}}}","amount":{"value":1130,"currency":"EUR"},"eventCode":"AUTHORISATION","success":"true","additionalData":{"hmacSignature":"{{{signature}}}"} } }
            """;
    }
}
