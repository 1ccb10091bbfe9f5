using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Tests.Providers;

public sealed class AlipayTests
{
    private const string Form = "application/x-www-form-urlencoded; charset=utf-8";
    private static readonly TestCertificate Alipay = new("alipay");

    public static TheoryData<int> Vectors => CodeVector.Numbers("alipay");

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_Alipay_signs_verifies(int number)
    {
        var vector = CodeVector.Of("alipay")[number];
        var bench = new VerifierBench(
            new AlipaySignatureAttribute { PublicKey = "Key", AppId = "App" },
            ("Key", vector.Text("publicKey")),
            ("App", "2019073166072302\n2018121762595097\n2017122801303261")
        );

        Assert.Equal(vector.IsValid ? 200 : 403, await bench.StatusAsync(vector.Request, vector.Now));
    }

    [Fact]
    public async Task Every_byte_counts()
    {
        var request = Signed(("app_id", "1"), ("notify_id", "n-1"), ("subject", "héllo & so on"), ("total_amount", "0.01"));
        var body = Encoding.UTF8.GetString(request.Body);
        var type = body.IndexOf("sign_type", StringComparison.Ordinal);

        // Which type of signature it is need not be said.
        await Corruption.IsRejectedAsync(Bench(), request, i => i < type - 1);
        Assert.Equal("n-1", (await Bench().VerifyAsync(request)).DeliveryId);
    }

    [Theory]
    [InlineData("notify_time", "2023-11-15 06:13:20", 200)]
    [InlineData("notify_time", "2023-11-14 05:13:20", 200)]
    [InlineData("notify_time", "2023-11-14 05:13:19", 403)]
    [InlineData("notify_time", "2023-11-16 07:13:21", 403)]
    [InlineData("notify_time", "2023-11-15T06:13:20", 403)]
    [InlineData("notify_time", "", 403)]
    [InlineData("utc_timestamp", "1700000000000", 200)]
    [InlineData("utc_timestamp", "1699909999999", 403)]
    [InlineData("utc_timestamp", "now", 403)]
    public async Task A_notification_is_good_for_25_hours(string name, string time, int status) =>
        Assert.Equal(status, await Bench().StatusAsync(Signed(("app_id", "1"), (name, time))));

    [Fact]
    public async Task A_notification_of_another_application_is_403_and_none_500()
    {
        Assert.Equal(403, await Bench().StatusAsync(Signed(("app_id", "2"))));
        Assert.Equal(403, await Bench().StatusAsync(Signed(("subject", "x"))));
        Assert.Equal(500, await Bench(app: " ").StatusAsync(Signed(("app_id", "1"))));
        Assert.Equal(500, await Bench(key: "no key").StatusAsync(Signed(("app_id", "1"))));
        Assert.Equal("App", Bench(app: "").MissingSetting);
    }

    [Fact]
    public async Task A_field_that_is_repeated_is_403()
    {
        var request = Signed(("app_id", "1"), ("a", "1"));

        foreach (var more in (string[])["&a=1", "&A=1", "&app_id=1", "&sign=x", "&sign_type=RSA2", "&SIGN=x"])
        {
            Assert.Equal(403, await Bench().StatusAsync(request with { Body = [.. request.Body, .. Encoding.UTF8.GetBytes(more)] }));
        }
    }

    [Theory]
    [InlineData("RSA")]
    [InlineData("rsa2")]
    [InlineData("")]
    public async Task No_other_type_verifies(string type)
    {
        var request = Signed(("app_id", "1"));
        var body = Encoding.UTF8.GetString(request.Body).Replace("RSA2", type, StringComparison.Ordinal);

        Assert.Equal(403, await Bench().StatusAsync(request with { Body = Encoding.UTF8.GetBytes(body) }));
    }

    [Fact]
    public async Task A_text_that_two_forms_have_is_403()
    {
        // "body=x&buyer=1" is one field as well as two.
        Assert.Equal(403, await Bench().StatusAsync(Signed(("app_id", "1"), ("body", "x&buyer=1"), ("total_amount", "1"))));
        Assert.Equal(200, await Bench().StatusAsync(Signed(("app_id", "1"), ("body", "x&zzz=1"), ("total_amount", "1"))));
        Assert.Equal(200, await Bench().StatusAsync(Signed(("app_id", "1"), ("body", "x&aaa=1"), ("total_amount", "1"))));
        Assert.Equal(403, await Bench().StatusAsync(Signed(("app_id", "1"), ("b=c", "1"))));
    }

    [Fact]
    public async Task Without_a_signature_it_is_400() =>
        Assert.Equal(400, await Bench().StatusAsync(new BenchRequest("app_id=1") { ContentType = Form }));

    [Fact]
    public async Task A_form_that_its_media_type_makes_another_one_is_rejected()
    {
        var notification = Signed(("app_id", "1"), ("body", "x"));
        Assert.Equal(200, await Bench().StatusAsync(notification));
        Assert.Equal(403, await Bench().StatusAsync(notification with { ContentType = "multipart/form-data; boundary=b" }));
    }

    private static VerifierBench Bench(string app = "1", string? key = null) =>
        new(new AlipaySignatureAttribute { PublicKey = "Key", AppId = "App" }, ("Key", key ?? Alipay.PublicKeyBase64), ("App", app));

    private static BenchRequest Signed(params (string Name, string Value)[] fields)
    {
        var text = string.Join(
            '&',
            fields.OrderBy(field => field.Name, StringComparer.Ordinal).Select(field => $"{field.Name}={field.Value}")
        );
        var sign = Alipay.Sign(text, HashAlgorithmName.SHA256);
        var all = fields.Append(("sign", sign)).Append(("sign_type", "RSA2"));
        return new BenchRequest(
            string.Join('&', all.Select(field => $"{Uri.EscapeDataString(field.Item1)}={Uri.EscapeDataString(field.Item2)}"))
        )
        {
            ContentType = Form,
        };
    }
}
