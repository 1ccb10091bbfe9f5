using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests;

/// <summary>What providers ask when an endpoint is set up, each answered in the words that the provider wants.</summary>
public sealed class HandshakeTests(SampleHost host) : IClassFixture<SampleHost>
{
    private const string Secret = "a secret of the tests";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
    private static readonly string Seconds = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task Slack_hears_its_signed_challenge()
    {
        const string Body =
            """{"token":"t","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P","type":"url_verification"}""";
        var answer = await AskAsync(
            "slack",
            Body,
            ("X-Slack-Request-Timestamp", Seconds),
            ("X-Slack-Signature", "v0=" + Mac($"v0:{Seconds}:{Body}"))
        );
        Heard(answer, 200, "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P");
        Assert.Equal(400, (await AskAsync("slack", Body)).Status);
    }

    [Fact]
    public async Task Twitch_hears_its_signed_challenge()
    {
        const string Body = """{"challenge":"pogchamp-kappa-360noscope-vohiyo","subscription":{}}""";
        const string Time = "2023-11-14T22:13:20Z";
        var answer = await AskAsync(
            "twitch",
            Body,
            ("Twitch-Eventsub-Message-Type", "webhook_callback_verification"),
            ("Twitch-Eventsub-Message-Id", "m1"),
            ("Twitch-Eventsub-Message-Timestamp", Time),
            ("Twitch-Eventsub-Message-Signature", "sha256=" + Mac("m1" + Time + Body))
        );
        Heard(answer, 200, "pogchamp-kappa-360noscope-vohiyo");
    }

    [Fact]
    public async Task Meta_hears_its_challenge_for_the_token_that_is_configured()
    {
        var handshake = Handshake("meta", "GET", "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=meatyhamhock");
        KeyValuePair<string, string>[] token = [new("Plugins:dev.providers:MetaVerifyToken", "meatyhamhock")];
        Heard(await host.SendAsync(handshake, token), 200, "1158201444");
        Assert.Equal(403, (await host.SendAsync(handshake with { Url = handshake.Url + "x" }, token)).Status);
    }

    [Fact]
    public async Task Event_Grid_hears_the_code_of_its_subscription()
    {
        const string Body =
            """[{"id":"2d1781af-3a4c-4d7c-bd0c-e34b19da4e66","data":{"validationCode":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}}]""";
        var handshake = Handshake("azure-event-grid", "POST", "?token=" + Uri.EscapeDataString(Secret)) with
        {
            Headers = [new("Content-Type", "application/json"), new("aeg-event-type", "SubscriptionValidation")],
            Body = Encoding.UTF8.GetBytes(Body),
        };
        Heard(await host.SendAsync(handshake), 200, """{"validationResponse":"512d38b6-c7b8-40c8-89fe-f46f9e9622b6"}""");
        Assert.Equal(400, (await host.SendAsync(handshake with { Url = "https://hooks.example.com/hook" })).Status);
    }

    [Theory]
    [InlineData("dropbox", "GET", "?challenge=abc123", 200, "abc123")]
    [InlineData("trello", "HEAD", "", 200, "")]
    [InlineData("websub", "GET", "?hub.mode=subscribe&hub.topic=T&hub.challenge=C&hub.lease_seconds=864000", 200, "C")]
    [InlineData(
        "microsoft-graph",
        "POST",
        "?validationToken=Validation%3A%20Testing%20client%20application",
        200,
        "Validation: Testing client application"
    )]
    [InlineData("circle", "HEAD", "", 200, "")]
    [InlineData("intercom", "HEAD", "", 200, "")]
    public async Task A_handshake_in_the_request_line_is_answered(string provider, string method, string query, int status, string body) =>
        Heard(await host.SendAsync(Handshake(provider, method, query)), status, body);

    [Fact]
    public async Task X_hears_its_token_with_a_MAC()
    {
        var answer = await host.SendAsync(Handshake("x", "GET", "?crc_token=crc-token-1") with { Secrets = ["consumer-secret"] });
        Heard(answer, 200, """{"response_token": "sha256=aJ/TfRGygcFc7Yofl6IC07Ywjqb8THuaNEI/WohhbMw="}""");
    }

    [Fact]
    public async Task EBay_hears_the_hash_of_its_code_with_the_token_and_the_URL()
    {
        var handshake = Handshake("ebay", "GET", "") with
        {
            Secrets = ["71745723-d031-455c-bfa5-f90d11b4f20a"],
            Url = "https://example.com/ebay?challenge_code=123",
        };
        Heard(
            await host.SendAsync(handshake),
            200,
            """{"challengeResponse": "d9168e455db82af5c452320ed0f1fb17a535723b3ea01daaad1999ba8371e6f8"}"""
        );
        Assert.Equal(403, (await host.SendAsync(handshake with { Url = "https://example.com/ebay?challenge_code=%7B%7D" })).Status);
    }

    [Fact]
    public async Task Exact_Online_hears_that_there_is_somebody_when_it_says_nothing()
    {
        Heard(await host.SendAsync(Handshake("exact-online", "POST", "")), 200, "");
        Assert.Equal(403, (await AskAsync("exact-online", " ")).Status);
    }

    [Theory]
    [InlineData("GET", 200)]
    [InlineData("POST", 200)]
    public async Task Vercel_hears_the_code_that_is_configured(string method, int status)
    {
        KeyValuePair<string, string>[] code = [new("Plugins:dev.providers:VercelVerifyCode", "6ebf4087434daf8193f187d0e12a2810098cdf2e")];
        var check = Handshake("vercel", method, "");

        var answer = await host.SendAsync(check, code);
        var without = await host.SendAsync(check);
        var broken = await host.SendAsync(check, new KeyValuePair<string, string>("Plugins:dev.providers:VercelVerifyCode", "naïve"));

        Assert.Equal((status, "6ebf4087434daf8193f187d0e12a2810098cdf2e"), (answer.Status, answer.Header("x-vercel-verify")));
        Assert.Equal((status, null), (without.Status, without.Header("x-vercel-verify")));
        Assert.Equal((status, null), (broken.Status, broken.Header("x-vercel-verify")));
    }

    [Fact]
    public async Task Vercel_hears_its_code_with_the_answer_to_a_delivery_and_a_rejection()
    {
        const string Body = """{"id":"v1","type":"deployment.created"}""";
        KeyValuePair<string, string>[] code = [new("Plugins:dev.providers:VercelVerifyCode", "code")];
        var delivery = Handshake("vercel", "POST", "") with
        {
            Headers =
            [
                new("Content-Type", "application/json"),
                new(
                    "x-vercel-signature",
                    Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(Body)))
                ),
            ],
            Body = Encoding.UTF8.GetBytes(Body),
        };

        var taken = await host.SendAsync(delivery, code);
        var rejected = await host.SendAsync(delivery with { Body = "{}"u8.ToArray() }, code);
        var unsigned = await host.SendAsync(delivery with { Headers = [] }, code);

        Assert.Equal(
            [(200, "code"), (403, "code"), (400, "code")],
            new[] { taken, rejected, unsigned }.Select(answer => (answer.Status, answer.Header("x-vercel-verify")))
        );
    }

    [Fact]
    public async Task Xero_hears_401_and_nothing_else_for_what_it_signed_with_another_key()
    {
        const string Body = """{"events":[],"firstEventSequence":0,"lastEventSequence":0,"entropy":"S0m3r4Nd0mt3xt"}""";
        var wrong = await AskAsync(
            "xero",
            Body,
            ("x-xero-signature", Convert.ToBase64String(HMACSHA256.HashData("another"u8, Encoding.UTF8.GetBytes(Body))))
        );

        Assert.Equal((401, "0", null), (wrong.Status, wrong.Header("Content-Length"), wrong.Header("Content-Type")));
        Assert.EndsWith("\r\n\r\n", wrong.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("okta", "GET", "X-Okta-Verification-Challenge", """{"verification":"c1"}""")]
    [InlineData("front", "POST", "X-Front-Challenge", "c1")]
    public async Task A_handshake_in_a_header_is_answered(string provider, string method, string header, string body) =>
        Heard(await host.SendAsync(Handshake(provider, method, "") with { Headers = [new(header, "c1")] }), 200, body);

    [Fact]
    public async Task CloudEvents_hears_that_it_may_deliver()
    {
        var handshake = Handshake("cloudevents", "OPTIONS", "") with
        {
            Headers = [new("WebHook-Request-Origin", "eventemitter.example.com"), new("WebHook-Request-Rate", "120")],
        };
        var answer = await host.SendAsync(handshake);
        Assert.Equal(
            (200, "eventemitter.example.com", "120", "POST"),
            (answer.Status, answer.Header("WebHook-Allowed-Origin"), answer.Header("WebHook-Allowed-Rate"), answer.Header("Allow"))
        );
    }

    [Theory]
    [InlineData("asana")]
    [InlineData("clio")]
    public async Task A_secret_is_not_taken_where_no_window_is_open(string provider)
    {
        var handshake = Handshake(provider, "POST", "") with { Headers = [new("X-Hook-Secret", "b537207f20cbfa02357cf448134da559")] };
        await host.SendAsync(handshake);
        var signed = handshake with
        {
            Headers =
            [
                new("X-Hook-Signature", Convert.ToHexStringLower(HMACSHA256.HashData("b537207f20cbfa02357cf448134da559"u8, "{}"u8))),
            ],
            Body = "{}"u8.ToArray(),
        };
        Assert.Equal(403, (await host.SendAsync(signed)).Status);
    }

    private static string Mac(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(text)));

    private static void Heard(RawAnswer answer, int status, string body)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal(body.Length > 0 ? "nosniff" : null, answer.Header("X-Content-Type-Options"));
        Assert.EndsWith("\r\n\r\n" + body, answer.Text, StringComparison.Ordinal);
    }

    private Task<RawAnswer> AskAsync(string provider, string body, params (string Name, string Value)[] headers) =>
        host.SendAsync(
            Handshake(provider, "POST", "") with
            {
                Headers =
                [
                    new("Content-Type", "application/json"),
                    .. headers.Select(header => KeyValuePair.Create(header.Name, header.Value)),
                ],
                Body = Encoding.UTF8.GetBytes(body),
            }
        );

    private static Vector Handshake(string provider, string method, string query) =>
        new()
        {
            Provider = provider,
            Number = 0,
            IsValid = true,
            Secrets = [Secret],
            PublicKey = null,
            Others = [],
            Now = Now,
            Method = method,
            Url = "https://hooks.example.com/hook" + query,
            Headers = [],
            Body = [],
            Answer = null,
            Note = "handshake",
        };
}
