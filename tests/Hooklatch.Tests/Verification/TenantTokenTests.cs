using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification;

/// <summary><c>[SharedToken(SecretSource = …)]</c>: each tenant has tokens of its own.</summary>
public sealed class TenantTokenTests
{
    [Fact]
    public async Task Each_tenant_has_its_own_tokens()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Tenants.Secrets["acme"] = ["one", "two"];
        host.Tenants.Secrets["shop"] = ["three"];

        await PostAsync(host, "acme", "one").IsAsync(200);
        await PostAsync(host, "acme", "two").IsAsync(200);
        await PostAsync(host, "shop", "three").IsAsync(200);
        await PostAsync(host, "acme", "three").IsProblemAsync(403, "Invalid token");
        await PostAsync(host, "shop", "one").IsProblemAsync(403, "Invalid token");
        Assert.Equal((1, 1), (host.Tenants.AskedFor("acme"), host.Tenants.AskedFor("shop")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task A_tenant_that_is_not_known_is_answered_as_a_wrong_token_is(string? secret)
    {
        await using var host = await WebhookHost.StartAsync();
        host.Tenants.Secrets["acme"] = secret is null ? [] : [secret];

        await PostAsync(host, "acme", "one").IsProblemAsync(403, "Invalid token");
        await PostAsync(host, "nobody", "one").IsProblemAsync(403, "Invalid token");
    }

    [Fact]
    public async Task The_source_is_not_asked_for_a_request_without_a_token()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.PostAsync("/tokens/acme", "{}").IsProblemAsync(400, "Missing token");

        Assert.Equal(0, host.Tenants.AskedInAll);
    }

    [Fact]
    public async Task A_source_that_fails_is_503()
    {
        await using var host = await WebhookHost.StartAsync();
        host.Tenants.Error = new InvalidOperationException("no database");

        await PostAsync(host, "acme", "one").IsProblemAsync(503, "Webhook secret not available");
        await host.Log.FirstAsync("SecretSourceFailed");
    }

    [Fact]
    public async Task The_report_says_so_and_misses_no_secret()
    {
        await using var host = await WebhookHost.StartAsync();

        Assert.Contains(
            host.Log.Named("Webhook"),
            entry =>
                entry.Message.EndsWith(
                    "/tokens/{tenant} - token in Authorization, with tokens per tenant - ready",
                    StringComparison.Ordinal
                )
        );
        Assert.DoesNotContain(host.Log.Named("EndpointLacksSecret"), entry => entry.Message.Contains("/tokens/", StringComparison.Ordinal));
    }

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, string tenant, string token) =>
        host.PostAsync($"/tokens/{tenant}", "{}", ("Authorization", $"Bearer {token}"));
}
