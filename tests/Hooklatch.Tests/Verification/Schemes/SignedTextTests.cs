using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>What a scheme signs besides the body, and where signature and timestamp stand.</summary>
public sealed class SignedTextTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Body = """{"a":1}""";
    private const string Signature = "X-Signature";

    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task A_plain_digest_holds_the_secret_where_the_template_says()
    {
        await _host.PostAsync("/schemes/digest", Body, (Signature, Sign.DigestHex($"{Body}.{WebhookHost.Secret}"))).IsAsync(200);
        await _host
            .PostAsync("/schemes/digest", Body, (Signature, Sign.DigestHex($"{WebhookHost.Secret}.{Body}")))
            .IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/schemes/digest", Body, (Signature, Sign.Sha256Hex(Body))).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Query_parameters_are_signed_as_they_read_decoded()
    {
        var signature = (Signature, Sign.Sha256Hex($"17|grüße 1|{Body}"));

        await _host.PostAsync("/schemes/query?ts=17&nonce=gr%C3%BC%C3%9Fe%201", Body, signature).IsAsync(200);
        await _host.PostAsync("/schemes/query?other=1&nonce=gr%C3%BC%C3%9Fe+1&ts=17", Body, signature).IsAsync(200);
        await _host.PostAsync("/schemes/query?ts=18&nonce=gr%C3%BC%C3%9Fe%201", Body, signature).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_signed_query_parameter_is_there_exactly_once()
    {
        var signature = (Signature, Sign.Sha256Hex($"17|n|{Body}"));

        await _host.PostAsync("/schemes/query?ts=17&nonce=n", Body, signature).IsAsync(200);
        await _host.PostAsync("/schemes/query?ts=17", Body, signature).IsProblemAsync(400, "Missing signature");
        await _host.PostAsync("/schemes/query?ts=17&nonce=", Body, signature).IsProblemAsync(400, "Missing signature");
        await _host.PostAsync("/schemes/query?ts=17&nonce=n&nonce=n", Body, signature).IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/schemes/query?ts=17&ts=18&nonce=n", Body, signature).IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/schemes/query?ts=17&TS=17&nonce=n", Body, signature).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_signed_query_parameter_cannot_hold_what_divides_it_from_the_next()
    {
        await _host
            .PostAsync("/schemes/query?ts=1&nonce=2%7C3", Body, (Signature, Sign.Sha256Hex($"1|2|3|{Body}")))
            .IsProblemAsync(403, "Invalid signature");
        await _host
            .PostAsync("/schemes/query?ts=1%7C2&nonce=3", Body, (Signature, Sign.Sha256Hex($"1|2|3|{Body}")))
            .IsProblemAsync(403, "Invalid signature");
        await _host
            .PostAsync("/schemes/query?ts=1%7C2&nonce=3%7C4", Body, (Signature, Sign.Sha256Hex($"1|2|3|4|{Body}")))
            .IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Values_behind_the_body_cannot_hold_what_divides_them()
    {
        await PostAsync("1", "2").IsAsync(200);
        await PostAsync("1|2", "3").IsProblemAsync(403, "Invalid signature");
        await PostAsync("|", "3").IsProblemAsync(403, "Invalid signature");

        Task<HttpResponseMessage> PostAsync(string one, string two) =>
            _host.PostAsync(
                "/schemes/two-trailing",
                Body,
                ("X-One", one),
                ("X-Two", two),
                (Signature, Sign.Sha256Hex($"{Body}|{one}|{two}"))
            );
    }

    [Fact]
    public async Task A_signed_header_may_be_as_long_as_a_header_may_be()
    {
        var id = new string('x', 4000);

        await _host.PostAsync("/wide", Body, ("X-Id", id), (Signature, Sign.Sha256Hex($"{id}::{Body}"))).IsAsync(200);
    }

    [Fact]
    public async Task A_signature_and_signed_values_are_taken_from_the_body()
    {
        var signature = Sign.Sha256Hex("evt_1|12.50");

        await _host.PostAsync("/schemes/body", $$"""{"id":"evt_1","amount":12.50,"signature":"{{signature}}"}""").IsAsync(200);
        await _host.PostAsync("/schemes/body", $$"""{"signature":"{{signature}}","amount":"12.50","id":"evt_1"}""").IsAsync(200);
        await _host
            .PostAsync("/schemes/body", $$"""{"id":"evt_1","amount":99.50,"signature":"{{signature}}"}""")
            .IsProblemAsync(403, "Invalid signature");
    }

    [Theory]
    [InlineData("""{"id":"evt_1","amount":1}""")]
    [InlineData("""{"id":"evt_1","amount":1,"signature":""}""")]
    [InlineData("""{"id":"evt_1","amount":1,"signature":7}""")]
    [InlineData("""{"id":"evt_1","amount":1,"signature":null}""")]
    [InlineData("""{"id":"evt_1","amount":1,"signature":["SIGNATURE"]}""")]
    [InlineData("""{"id":"evt_1","amount":1,"signature":"SIGNATURE","signature":"SIGNATURE"}""")]
    [InlineData("""{"id":"evt_1","id":"evt_1","amount":1,"signature":"SIGNATURE"}""")]
    [InlineData("""{"id":"evt_1","amount":1,"signature":"SIGNATURE","am\u006funt":2}""")]
    [InlineData("""{"id":"evt_1|1","amount":"","signature":"SIGNATURE"}""")]
    [InlineData("""{"id":"evt_1","amount":1,"signature":"SIGNATURE"} x""")]
    [InlineData("""["SIGNATURE"]""")]
    [InlineData("not JSON")]
    [InlineData("")]
    public async Task A_body_that_signs_nothing_or_says_something_twice_is_rejected(string body)
    {
        await _host
            .PostAsync("/schemes/body", body.Replace("SIGNATURE", Sign.Sha256Hex("evt_1|1"), StringComparison.Ordinal))
            .IsProblemAsync(403, "Invalid signature");
        Assert.Empty(_host.Deliveries.Handled);
    }

    [Theory]
    [InlineData("""{"id":"1"}""", 200)]
    [InlineData("""{"id":"2"}""", 403)]
    [InlineData("not JSON", 403)]
    [InlineData("""{"id":"2","id":"3"}""", 403)]
    public async Task Where_a_body_that_cannot_be_read_holds_what_is_signed_it_is_not_taken_for_one_that_holds_nothing(
        string body,
        int status
    )
    {
        var signature = Sign.Sha256Hex(status == 200 ? "n|1" : "n|");

        await _host.PostAsync("/schemes/part-of-body", body, ("X-Nonce", "n"), (Signature, signature)).IsAsync(status);
    }

    [Theory]
    [InlineData(60, 200)]
    [InlineData(61, 403)]
    [InlineData(-10, 200)]
    [InlineData(-11, 403)]
    public async Task A_timestamp_in_a_header_has_a_tolerance_of_its_own_into_the_future(int age, int status)
    {
        var timestamp = _host.Time.GetUtcNow().AddSeconds(-age).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

        await PostDatedAsync(timestamp).IsAsync(status);
    }

    [Theory]
    [InlineData(60, 200)]
    [InlineData(61, 403)]
    [InlineData(-10, 200)]
    [InlineData(-11, 403)]
    public async Task A_timestamp_in_the_body_counts_like_one_in_a_header(int age, int status)
    {
        var timestamp = _host.Time.GetUtcNow().AddSeconds(-age).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var body = $$$"""{"sent":{"at":"{{{timestamp}}}"}}""";

        await _host.PostAsync("/schemes/body-time", body, (Signature, Sign.Sha256Hex(body))).IsAsync(status);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"sent":{"at":null}}""")]
    [InlineData("""{"sent":{"at":1700000000}}""")]
    [InlineData("""{"sent":{"at":"2023-11-14T22:13:20Z","at":"2023-11-14T22:13:20Z"}}""")]
    [InlineData("""{"sent":"2023-11-14T22:13:20Z"}""")]
    [InlineData("no JSON")]
    public async Task A_signed_body_without_a_timestamp_is_rejected(string body) =>
        await _host.PostAsync("/schemes/body-time", body, (Signature, Sign.Sha256Hex(body))).IsProblemAsync(403, "Invalid signature");

    [Theory]
    [InlineData("2023-11-14T22:13:20Z", 200)]
    [InlineData("2023-11-14T22:13:20.123456789Z", 200)]
    [InlineData("2023-11-15T00:13:20+02:00", 200)]
    [InlineData("2023-11-14T16:43:20-05:30", 200)]
    [InlineData("2023-11-14T22:13:20+00:00", 200)]
    [InlineData("2023-11-14T22:13:20", 403)]
    [InlineData("2023-11-14 22:13:20Z", 403)]
    [InlineData("2023-11-14t22:13:20z", 403)]
    [InlineData("2023-11-14T22:13:20.Z", 403)]
    [InlineData("2023-11-14T22:13:20.1234567890Z", 403)]
    [InlineData("2023-11-14T22:13:20+2:00", 403)]
    [InlineData("2023-11-14T22:13:20+0200", 403)]
    [InlineData("2023-11-14T22:13:60Z", 403)]
    [InlineData("2023-02-30T22:13:20Z", 403)]
    [InlineData("20231114T221320Z", 403)]
    [InlineData("0001-01-01T00:00:00+23:59", 403)]
    [InlineData("9999-12-31T23:59:59-23:59", 403)]
    [InlineData("1700000000", 403)]
    public async Task A_date_is_read_as_RFC_3339_writes_it(string timestamp, int status) => await PostDatedAsync(timestamp).IsAsync(status);

    [Fact]
    public async Task Base64url_may_lack_its_padding_and_has_one_spelling_otherwise()
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(WebhookHost.Secret), Encoding.UTF8.GetBytes(Body));
        var right = Base64Url.EncodeToString(hash);

        await PostAsync(right).IsAsync(200);
        await PostAsync(right + "=").IsAsync(200);
        foreach (var other in new[] { right + "==", right + "A", right[..^1], " " + right + "!", LastSpareBitSet(right) })
        {
            await PostAsync(other).IsProblemAsync(403, "Invalid signature");
        }

        Task<HttpResponseMessage> PostAsync(string signature) => _host.PostAsync("/schemes/base64url", Body, (Signature, signature));
    }

    /// <summary>32 bytes leave two bits of the last character unused; lax decoders ignore them.</summary>
    private static string LastSpareBitSet(string text)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return text[..^1] + Alphabet[Alphabet.IndexOf(text[^1], StringComparison.Ordinal) | 1];
    }

    private Task<HttpResponseMessage> PostDatedAsync(string timestamp) =>
        _host.PostAsync("/schemes/date", Body, ("X-Timestamp", timestamp), (Signature, Sign.Sha256Hex($"{timestamp}|{Body}")));
}
