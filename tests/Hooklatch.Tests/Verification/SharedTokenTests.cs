using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification;

public sealed class SharedTokenTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Token = WebhookHost.Token;

    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task The_token_is_taken_from_its_place()
    {
        await _host.GetAsync("/token/header", ("X-Token", Token)).IsAsync(200);
        await _host.GetAsync("/token/bearer", ("Authorization", $"Bearer {Token}")).IsAsync(200);
        await _host.GetAsync("/token/query?token=a%20token").IsAsync(200);
        await _host.GetAsync("/token/query?other=1&token=a+token").IsAsync(200);
        Assert.All(_host.Deliveries.Handled, delivery => Assert.Equal(0, delivery.SecretIndex));
    }

    [Fact]
    public async Task The_token_is_not_taken_from_another_place()
    {
        await _host.GetAsync("/token/header?X-Token=a%20token&token=a%20token").IsProblemAsync(400, "Missing token");
        await _host.GetAsync("/token/query", ("token", Token)).IsProblemAsync(400, "Missing token");
    }

    [Theory]
    [InlineData("/token/query")]
    [InlineData("/token/query?")]
    [InlineData("/token/query?token")]
    [InlineData("/token/query?token=")]
    [InlineData("/token/header")]
    [InlineData("/token/bearer")]
    public async Task A_missing_or_empty_token_is_400(string endpoint) =>
        await _host.GetAsync(endpoint).IsProblemAsync(400, "Missing token");

    [Theory]
    [InlineData(169)]
    [InlineData(170)]
    [InlineData(2000)]
    public async Task A_token_may_be_as_long_as_a_header(int length)
    {
        var token = new string('x', length - 2) + "é";
        await using var host = await WebhookHost.StartAsync(settings: (WebhookHost.Settings + "Token", token + "y"));

        await host.GetAsync("/token/header", ("X-Token", token + "y")).IsAsync(200);
        await host.GetAsync("/token/header", ("X-Token", token + "z")).IsProblemAsync(403, "Invalid token");
        await host.GetAsync("/token/header", ("X-Token", token)).IsProblemAsync(403, "Invalid token");
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("a toke")]
    [InlineData("a token ,")]
    [InlineData("a token2")]
    [InlineData("A token")]
    [InlineData("a tökén")]
    [InlineData("a token, a token")]
    public async Task A_wrong_token_is_403(string token)
    {
        await _host.GetAsync("/token/header", ("X-Token", token)).IsProblemAsync(403, "Invalid token");
        await _host.GetAsync("/token/query?token=" + Uri.EscapeDataString(token)).IsProblemAsync(403, "Invalid token");
    }

    [Theory]
    [InlineData(Token)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearera token")]
    [InlineData("Bearer\ta token")]
    [InlineData("Bearer A token")]
    [InlineData("Bearer a TOKEN")]
    [InlineData("Bearer a  token")]
    [InlineData("Bearer: a token")]
    [InlineData("bearer")]
    [InlineData("BEARERa token")]
    [InlineData("Bearer Bearer a token")]
    [InlineData("Bea a token")]
    [InlineData("Basic a token")]
    public async Task What_is_not_the_scheme_with_the_token_is_403(string header) =>
        await _host.GetAsync("/token/bearer", ("Authorization", header)).IsProblemAsync(403, "Invalid token");

    /// <summary>RFC 9110 sections 11.1 and 11.4: the scheme is case-insensitive, and one or more spaces follow it.</summary>
    [Theory]
    [InlineData("/token/bearer", "bearer a token")]
    [InlineData("/token/bearer", "BEARER a token")]
    [InlineData("/token/bearer", "bEaReR a token")]
    [InlineData("/token/bearer", "Bearer  a token")]
    [InlineData("/token/bearer", "bearer      a token")]
    [InlineData("/token/basic", "basic YSB0b2tlbg==")]
    [InlineData("/token/basic", "BASIC   YSB0b2tlbg==")]
    [InlineData("/token/key", "apikey-v1  a token")]
    public async Task An_authentication_scheme_is_read_as_HTTP_defines_it(string endpoint, string header) =>
        await _host.GetAsync(endpoint, ("Authorization", header)).IsAsync(200);

    [Theory]
    [InlineData("HMAC ", 200)]
    [InlineData("hmac ", 200)]
    [InlineData("Hmac   ", 200)]
    [InlineData("HMAC", 403)]
    [InlineData("HMA ", 403)]
    [InlineData("HMAC\t", 403)]
    [InlineData("HMAC HMAC ", 403)]
    public async Task A_signature_behind_an_authentication_scheme_is_read_so_too(string prefix, int status) =>
        await _host.PostAsync("/authorization", "{}", ("Authorization", prefix + Sign.Sha256Base64("{}"))).IsAsync(status);

    [Theory]
    [InlineData("sha256=", 200)]
    [InlineData("SHA256=", 403)]
    [InlineData("sha256= ", 403)]
    [InlineData("sha256 =", 403)]
    public async Task A_prefix_that_is_no_authentication_scheme_is_compared_exactly(string prefix, int status) =>
        await _host.GetAsync("/token/prefixed", ("X-Token", prefix + Token)).IsAsync(status);

    [Theory]
    [InlineData("Basic YSB0b2tlbg==", true)] // "a token"
    [InlineData("Basic a token", false)]
    [InlineData("Basic YSB0b2tlbg", false)]
    [InlineData("Basic YSB0b2tlbh==", false)] // The same token to a lenient decoder.
    [InlineData("Basic ", false)]
    [InlineData("Basic ====", false)]
    [InlineData("Basic !", false)]
    [InlineData("Basic d3Jvbmc=", false)]
    [InlineData("Basic WVNCMGIydGxiZz09", false)] // Base64 of base64.
    [InlineData("basic ySB0b2tlbg==", false)]
    [InlineData("basic  ", false)]
    [InlineData("YSB0b2tlbg==", false)]
    public async Task A_token_in_base64_is_decoded_strictly_before_it_is_compared(string header, bool isRight)
    {
        var response = _host.GetAsync("/token/basic", ("Authorization", header));

        await (isRight ? response.IsAsync(200) : response.IsProblemAsync(403, "Invalid token"));
    }

    [Theory]
    [InlineData("/token/query?token=a%20token&token=a%20token")]
    [InlineData("/token/query?token=a%20token&token=")]
    [InlineData("/token/query?token=a%20token&TOKEN=a%20token")]
    [InlineData("/token/query?token=%00")]
    [InlineData("/token/query?token=%ff%fe")]
    [InlineData("/token/query?token=%")]
    public async Task A_repeated_or_malformed_query_token_is_403(string endpoint) =>
        Assert.Equal(403, (await _host.SendRawAsync("GET", WebhookHost.Prefix + endpoint)).Status);

    [Fact]
    public async Task A_repeated_header_token_is_403()
    {
        Assert.Equal(200, (await _host.PostRawAsync("/token/header", ("X-Token", Token))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/token/header", ("X-Token", Token), ("X-Token", Token))).Status);
    }

    [Fact]
    public async Task A_very_long_token_is_403() =>
        await _host.GetAsync("/token/header", ("X-Token", new string('x', 16_000))).IsProblemAsync(403, "Invalid token");

    [Fact]
    public async Task A_token_beyond_ASCII_works_in_a_header_and_in_a_query()
    {
        await using var host = await WebhookHost.StartAsync(settings: (WebhookHost.Settings + "Token", "grüße 😀"));

        await host.GetAsync("/token/header", ("X-Token", "grüße 😀")).IsAsync(200);
        await host.GetAsync("/token/query?token=" + Uri.EscapeDataString("grüße 😀")).IsAsync(200);
        await host.GetAsync("/token/header", ("X-Token", "grusse 😀")).IsProblemAsync(403, "Invalid token");
    }
}
