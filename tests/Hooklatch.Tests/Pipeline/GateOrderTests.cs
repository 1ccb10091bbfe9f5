using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Pipeline;

/// <summary>Which of two objections a sender hears: cheap gates come first, and nothing unverified gets past them.</summary>
public sealed class GateOrderTests
{
    private const string GitHubSecret = WebhookHost.Settings + "GitHubSecret";
    private const string TokenSecret = WebhookHost.Settings + "Token";

    [Fact]
    public async Task The_method_comes_before_the_signature()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.GetAsync("/github/json").IsProblemAsync(405, "Method Not Allowed");
    }

    [Fact]
    public async Task A_missing_signature_comes_before_a_missing_secret()
    {
        await using var host = await WebhookHost.StartAsync(settings: (GitHubSecret, ""));
        await host.PostAsync("/github", "{}").IsProblemAsync(400, "Missing signature");
        await host.PostSignedAsync("{}").IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task A_missing_token_comes_before_a_missing_secret()
    {
        await using var host = await WebhookHost.StartAsync(settings: (TokenSecret, ""));
        await host.PostAsync("/token/header", "{}").IsProblemAsync(400, "Missing token");
        await host.PostAsync("/token/header", "{}", ("X-Token", "any")).IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task A_missing_secret_comes_before_the_timestamp()
    {
        await using var host = await WebhookHost.StartAsync(settings: (GitHubSecret, ""));
        await host.PostAsync("/timestamped", "{}", ("X-Signature", "v0=00"), ("X-Timestamp", "0"))
            .IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task The_timestamp_comes_before_the_signature()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostAsync("/timestamped", "{}", ("X-Signature", "v0=00"), ("X-Timestamp", "0"))
            .IsProblemAsync(403, "Timestamp outside tolerance");
    }

    [Theory]
    [InlineData("/github/json", "Missing signature")]
    [InlineData("/token/json", "Missing token")]
    public async Task The_security_headers_come_before_the_media_type(string endpoint, string detail)
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostAsync(endpoint, "{}", ("Content-Type", "text/plain")).IsProblemAsync(400, detail);
    }

    [Fact]
    public async Task The_media_type_comes_before_the_body_is_verified()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostAsync("/github/json", "{}", ("X-Hub-Signature-256", "sha256=00"), ("Content-Type", "text/plain"))
            .IsProblemAsync(415, "The endpoint does not accept this media type");
    }

    [Fact]
    public async Task The_signature_comes_before_the_JSON()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostAsync("/github/json", "{", ("X-Hub-Signature-256", "sha256=00")).IsProblemAsync(403, "Invalid signature");
        await host.PostSignedAsync("{", endpoint: "/github/json").IsProblemAsync(400, "Invalid JSON payload");
    }

    [Fact]
    public async Task The_token_comes_before_the_JSON()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostAsync("/token/json", "{", ("X-Token", "wrong")).IsProblemAsync(403, "Invalid token");
        await host.PostAsync("/token/json", "{", ("X-Token", WebhookHost.Token)).IsProblemAsync(400, "Invalid JSON payload");
    }

    [Fact]
    public async Task Nothing_unverified_reaches_a_handler()
    {
        await using var host = await WebhookHost.StartAsync();
        string[] endpoints = ["/github", "/github/json", "/rotating", "/sha1", "/timestamped", "/token/header", "/token/query?token=x"];
        foreach (var endpoint in endpoints)
        {
            await host.PostAsync(endpoint, "{}");
            await host.PostAsync(
                endpoint,
                "{}",
                ("X-Hub-Signature-256", "x"),
                ("X-Signature", "x"),
                ("X-Timestamp", "1"),
                ("X-Token", "x")
            );
        }

        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_handler_is_not_built_for_a_delivery_whose_parameters_are_wrong()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostSignedAsync("{", endpoint: "/github/json");
        Assert.Empty(host.Deliveries.Handled);
    }
}
