using System.Globalization;
using System.Text.Json.Nodes;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Handshakes;

/// <summary>Handshakes that are answered with a MAC or after a token, without becoming a way to have something signed.</summary>
public sealed class ChallengeTests
{
    private const string Keys = WebhookHost.Settings + nameof(GateConfig.Keys);
    private const string VerifyToken = WebhookHost.Settings + nameof(GateConfig.VerifyToken);

    [Fact]
    public async Task A_value_is_answered_with_its_MAC()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.GetAsync("/handshakes/mac?crc_token=abc-123_XYZ%2B/=")
            .IsAsync(200, $$"""{"response_token":"sha256={{Sign.Sha256Base64("abc-123_XYZ+/=")}}"}""");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Theory]
    [InlineData("%7B%22event%22%3A%22payment%22%7D")]
    [InlineData("%7B%7D")]
    [InlineData("%5B1%5D")]
    [InlineData("%22x%22")]
    [InlineData("a.b")]
    [InlineData("v0:1700000000:x")]
    [InlineData("a%20b")]
    [InlineData("a%26b")]
    [InlineData("1.5")]
    [InlineData("gr%C3%BC%C3%9Fe")]
    public async Task A_value_that_could_be_a_delivery_is_rejected(string value)
    {
        await using var host = await WebhookHost.StartAsync();

        await host.GetAsync("/handshakes/mac?crc_token=" + value).IsProblemAsync(403, "Invalid handshake");
    }

    [Fact]
    public async Task A_value_for_a_MAC_has_at_most_128_characters()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.GetAsync("/handshakes/mac?crc_token=" + new string('x', 128)).IsAsync(200);
        await host.GetAsync("/handshakes/mac?crc_token=" + new string('x', 129)).IsProblemAsync(403, "Invalid handshake");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("1234567890")]
    [InlineData("-1")]
    [InlineData("role=admin")]
    [InlineData("x")]
    public async Task What_was_signed_as_an_answer_is_not_accepted_as_a_delivery(string forged)
    {
        await using var host = await WebhookHost.StartAsync();
        var answer = await host.GetAsync("/handshakes/mac?crc_token=" + Uri.EscapeDataString(forged));
        var signature = (string)JsonNode.Parse(await answer.TextAsync())!["response_token"]!;

        await host.PostAsync("/handshakes/mac", forged, ("X-Signature", signature)).IsProblemAsync(403, "Invalid signature");
        Assert.Empty(host.Deliveries.Handled);
    }

    /// <summary>The value is a number, and so is a timestamp before a body that is empty or a number.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("42")]
    public async Task A_timestamp_that_was_signed_as_an_answer_is_no_delivery(string body)
    {
        await using var host = await WebhookHost.StartAsync();
        var now = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signature = await (await host.GetAsync($"/handshakes/mac/timestamp?c={now}{body}")).TextAsync();
        Assert.Equal(Sign.Sha256Hex(now + body), signature);

        await host.PostAsync("/handshakes/mac/timestamp", body, ("X-Signature", signature), ("X-Timestamp", now))
            .IsProblemAsync(403, "Invalid signature");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_value_of_the_body_that_was_signed_as_an_answer_is_no_delivery()
    {
        await using var host = await WebhookHost.StartAsync();
        var signature = await (await host.GetAsync("/handshakes/mac/surrounded?c=payment-1")).TextAsync();
        Assert.Equal(Sign.Sha256Hex("id=payment-1."), signature);

        await host.PostAsync("/handshakes/mac/surrounded", """{"id":"payment-1","amount":1000}""", ("X-Signature", signature))
            .IsProblemAsync(403, "Invalid signature");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(128)]
    public async Task A_value_that_was_signed_twice_is_no_delivery(int digits)
    {
        await using var host = await WebhookHost.StartAsync();
        var value = new string('1', digits);
        var signature = await (await host.GetAsync("/handshakes/mac/twice?c=" + value)).TextAsync();
        var forged = $"{value}.{value}";
        Assert.Equal(Sign.Sha256Hex(forged), signature);

        await host.PostAsync("/handshakes/mac/twice", forged, ("X-Signature", signature)).IsProblemAsync(403, "Invalid signature");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_URL_that_was_signed_for_one_tenant_is_no_delivery_for_another()
    {
        await using var host = await WebhookHost.StartAsync(settings: (WebhookHost.Settings + "PublicUrl", "https://hooks.example"));
        var signature = await (await host.GetAsync("/handshakes/mac/located/first?c=a=")).TextAsync();
        var forged = "a=https://hooks.example" + WebhookHost.Prefix + "/handshakes/mac/located/first";
        Assert.Equal(Sign.Sha256Hex(forged), signature);

        await host.PostAsync("/handshakes/mac/located/second", forged, ("X-Signature", signature)).IsProblemAsync(403, "Invalid signature");
        var json = """{"at":"https://hooks.example"}""";
        await host.PostAsync("/handshakes/mac/located/second", json, ("X-Signature", Sign.Sha256Hex(json))).IsAsync(200);
        Assert.Single(host.Deliveries.Handled);
    }

    [Fact]
    public async Task What_no_answer_can_be_is_a_delivery_as_ever()
    {
        await using var host = await WebhookHost.StartAsync();
        var now = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        foreach (var body in new[] { "{}", "[1]", "4.2", new string('1', 119) })
        {
            await host.PostAsync("/handshakes/mac/timestamp", body, ("X-Signature", Sign.Sha256Hex(now + body)), ("X-Timestamp", now))
                .IsAsync(200);
        }

        var spaced = """{"id":"payment 1"}""";
        await host.PostAsync("/handshakes/mac/surrounded", spaced, ("X-Signature", Sign.Sha256Hex("id=payment 1."))).IsAsync(200);
        Assert.Equal(5, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task The_longest_value_that_is_answered_is_not_accepted_as_a_delivery_either()
    {
        await using var host = await WebhookHost.StartAsync();
        var forged = new string('1', 128);

        await host.PostAsync("/handshakes/mac", forged, ("X-Signature", "sha256=" + Sign.Sha256Base64(forged)))
            .IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task What_is_signed_as_an_answer_is_no_form_either_whatever_its_field_holds()
    {
        await using var host = await WebhookHost.StartAsync();
        (string, string) form = ("Content-Type", "application/x-www-form-urlencoded");
        string Of(string body) => "sha256=" + Sign.Sha256Base64(body);

        await host.PostAsync("/handshakes/mac/form", "payload=+1", form, ("X-Signature", Of("payload=+1")))
            .IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/handshakes/mac/form", "payload=%7B%7D", form, ("X-Signature", Of("payload=%7B%7D"))).IsAsync(200);
    }

    [Fact]
    public async Task Deliveries_of_an_endpoint_that_answers_with_MACs_are_accepted_as_ever()
    {
        await using var host = await WebhookHost.StartAsync();
        foreach (var body in new[] { "{}", "[1]", "", new string('1', 129) })
        {
            await host.PostAsync("/handshakes/mac", body, ("X-Signature", "sha256=" + Sign.Sha256Base64(body))).IsAsync(200);
        }

        Assert.Equal(4, host.Deliveries.Handled.Count);
    }

    [Fact]
    public async Task A_handshake_that_needs_a_MAC_is_500_without_a_secret()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, " "));

        await host.GetAsync("/handshakes/mac?crc_token=abc").IsProblemAsync(500, "Webhook secret not configured");
        await host.GetAsync("/handshakes/digest?challenge_code=abc").IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task While_secrets_are_rotated_the_first_one_answers()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, "first\nsecond"));
        var handshake = """{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}""";

        await host.PostAsync("/handshakes/mac/signed", handshake, ("X-Signature", Sign.Sha256Hex(handshake, "first")))
            .IsAsync(200, Answer("first"));
        // A handshake that is signed says which secret the sender has.
        await host.PostAsync("/handshakes/mac/signed", handshake, ("X-Signature", Sign.Sha256Hex(handshake, "second")))
            .IsAsync(200, Answer("second"));

        static string Answer(string secret) => $$"""{"plainToken":"abc","encryptedToken":"{{Sign.Sha256Hex("abc", secret)}}"}""";
    }

    [Fact]
    public async Task A_handshake_in_the_body_is_answered_with_a_MAC_only_once_it_is_verified()
    {
        await using var host = await WebhookHost.StartAsync();
        var handshake = """{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}""";
        var oracle = """{"event":"endpoint.url_validation","payload":{"plainToken":"{}"}}""";

        await host.PostAsync("/handshakes/mac/signed", handshake).IsProblemAsync(400, "Missing signature");
        await host.PostAsync("/handshakes/mac/signed", handshake, ("X-Signature", new string('0', 64)))
            .IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/handshakes/mac/signed", oracle, ("X-Signature", Sign.Sha256Hex(oracle)))
            .IsProblemAsync(403, "Invalid handshake");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_digest_over_the_value_the_secret_and_the_public_URL_answers()
    {
        await using var host = await WebhookHost.StartAsync();
        var url = $"https://hooks.example.com{WebhookHost.Prefix}/handshakes/digest";

        await host.GetAsync("/handshakes/digest?challenge_code=abc", ("Host", "evil.example"))
            .IsAsync(200, $$"""{"challengeResponse":"{{Sign.DigestHex($"abc{WebhookHost.Secret}{url}")}}"}""");
    }

    [Fact]
    public async Task A_digest_over_the_public_URL_is_500_where_none_is_configured()
    {
        await using var host = await WebhookHost.StartAsync(settings: (WebhookHost.Settings + "PublicUrl", null));

        await host.GetAsync("/handshakes/digest?challenge_code=abc").IsProblemAsync(500, "Public URL not configured");
    }

    [Fact]
    public async Task A_subscription_with_the_configured_token_is_answered_with_its_challenge()
    {
        await using var host = await WebhookHost.StartAsync(settings: (VerifyToken, "old\nright"));
        const string Handshake = "/handshakes/token?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=";

        await host.GetAsync(Handshake + "right").IsAsync(200, "1158201444");
        await host.GetAsync(Handshake + "old").IsAsync(200, "1158201444");
        await host.GetAsync(Handshake + "wrong").IsProblemAsync(403, "Invalid token");
        await host.GetAsync(Handshake + "right&hub.verify_token=right").IsProblemAsync(403, "Invalid token");
        await host.GetAsync(Handshake).IsProblemAsync(400, "Missing token");
        await host.GetAsync("/handshakes/token?hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=right").IsAsync(405);
        await host.GetAsync("/handshakes/token?hub.mode=subscribe&hub.verify_token=right").IsAsync(405);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public async Task A_subscription_is_500_without_a_configured_token(string? token)
    {
        await using var host = await WebhookHost.StartAsync(settings: (VerifyToken, token));

        await host.GetAsync("/handshakes/token?hub.mode=subscribe&hub.challenge=1&hub.verify_token=%20")
            .IsProblemAsync(500, "Webhook secret not configured");
    }
}
