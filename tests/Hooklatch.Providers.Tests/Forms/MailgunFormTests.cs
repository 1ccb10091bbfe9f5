using System.Globalization;
using Hooklatch.Providers.Tests.Harness;
using static Hooklatch.Providers.Tests.Forms.ProviderForms;

namespace Hooklatch.Providers.Tests.Forms;

/// <summary>
/// Mailgun's routes and notifications of stored messages are forms: urlencoded, or multipart where a message has attachments
/// (https://documentation.mailgun.com/docs/mailgun/user-manual/receive-forward-store/receive-http).
/// </summary>
public sealed class MailgunFormTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Token = "c2a46b7e9f0d1122334455667788990011aabbccddeeff0011";
    private static readonly string Seconds = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    private static readonly string Signature = Mac(Seconds + Token);

    public static TheoryData<bool, string> Fields =>
        new()
        {
            { false, "signature" },
            { false, "token" },
            { false, "timestamp" },
            { true, "signature" },
            { true, "token" },
            { true, "timestamp" },
        };

    private static (string, string)[] Message =>
        [
            ("recipient", "bob@example.com"),
            ("body-plain", "naïve & 100%"),
            ("timestamp", Seconds),
            ("token", Token),
            ("signature", Signature),
        ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_is_verified(bool isMultipart)
    {
        // Each with a token of its own, which is taken once.
        (string, string)[] fresh = Fresh("verified" + isMultipart);
        var answer = await SendAsync(isMultipart, [.. Message.Take(2), .. fresh]);

        Assert.True(answer.Status == 200, answer.Text);
        Assert.Contains("\"provider\":\"mailgun\"", answer.Text, StringComparison.Ordinal);
    }

    /// <summary>Mailgun sends each header of a message as a field beside some seventeen of its own, so a reply with an attachment has about forty.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_with_many_headers_is_verified(bool isMultipart)
    {
        (string, string)[] fresh = Fresh("headers" + isMultipart);
        var headers = Enumerable.Range(0, 60).Select(i => ($"X-Header-{i}", "value"));
        var answer = await SendAsync(isMultipart, [.. Message.Take(2), .. headers, ("Received", "a"), ("Received", "b"), .. fresh]);

        Assert.True(answer.Status == 200, answer.Text);
    }

    [Theory, MemberData(nameof(Fields))]
    public async Task Another_signature_token_or_time_is_rejected(bool isMultipart, string name)
    {
        Assert.Equal(403, (await SendAsync(isMultipart, Change(name, value => [value[..^1] + (value[^1] == '0' ? '1' : '0')]))).Status);
        Assert.Equal(403, (await SendAsync(isMultipart, Change(name, _ => []))).Status);
        Assert.Equal(403, (await SendAsync(isMultipart, Change(name, _ => [""]))).Status);
    }

    [Theory, MemberData(nameof(Fields))]
    public async Task A_field_that_is_repeated_is_rejected_in_whatever_case_it_is(bool isMultipart, string name)
    {
        Assert.Equal(403, (await SendAsync(isMultipart, Change(name, value => [value, value]))).Status);
        Assert.Equal(403, (await SendAsync(isMultipart, [.. Message, (name.ToUpperInvariant(), "x")])).Status);
        Assert.Equal(403, (await SendAsync(isMultipart, [(name.ToUpperInvariant(), "x"), .. Message])).Status);
        Assert.Equal(403, (await SendAsync(isMultipart, [.. Message, (name, "")])).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_is_taken_once_whatever_comes_with_it(bool isMultipart)
    {
        (string, string)[] first = Fresh("once" + isMultipart);

        Assert.Contains("verified", (await SendAsync(isMultipart, first)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "verified",
            (await SendAsync(isMultipart, [.. first, ("subject", "another")])).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("verified", (await SendAsync(!isMultipart, first)).Text, StringComparison.Ordinal);
        var asJson =
            $$$"""{"signature":{"timestamp":"{{{Seconds}}}","token":"{{{first[1].Item2}}}","signature":"{{{first[2].Item2}}}"},"event-data":{"event":"opened"}}""";
        Assert.DoesNotContain("verified", (await host.SendAsync(Delivery("mailgun", JsonType, asJson))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data")]
    [InlineData("multipart/form-data; boundary=other")]
    [InlineData("multipart/form-data; boundary=xYzZY; boundary=other")]
    public async Task A_form_that_its_media_type_makes_something_else_is_rejected(string contentType)
    {
        Assert.InRange((await host.SendAsync(Delivery("mailgun", contentType, Encode(Message)))).Status, 400, 415);
        Assert.InRange((await host.SendAsync(Delivery("mailgun", contentType, Parts(Message)))).Status, 400, 415);
    }

    [Fact]
    public async Task JSON_that_is_called_a_form_is_rejected()
    {
        var json =
            $$$"""{"signature":{"timestamp":"{{{Seconds}}}","token":"{{{Token}}}","signature":"{{{Signature}}}"},"event-data":{"event":"opened"}}""";

        Assert.Equal(403, (await host.SendAsync(Delivery("mailgun", UrlEncoded, json))).Status);
        Assert.Equal(400, (await host.SendAsync(Delivery("mailgun", Multipart, json))).Status);
    }

    [Fact]
    public async Task A_form_without_end_is_rejected() =>
        Assert.Equal(400, (await host.SendAsync(Delivery("mailgun", Multipart, Parts(Message)[..^4]))).Status);

    private static (string, string)[] Fresh(string token) =>
        [("timestamp", Seconds), ("token", token), ("signature", Mac(Seconds + token))];

    private static (string, string)[] Change(string name, Func<string, string[]> change) =>
        [.. Message.SelectMany(field => field.Item1 == name ? change(field.Item2).Select(value => (name, value)) : [field])];

    private Task<RawAnswer> SendAsync(bool isMultipart, (string, string)[] fields) =>
        host.SendAsync(isMultipart ? Delivery("mailgun", Multipart, Parts(fields)) : Delivery("mailgun", UrlEncoded, Encode(fields)));
}
