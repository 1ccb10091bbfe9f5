using System.Globalization;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace Hooklatch.Tests.Verification;

/// <summary>An endpoint of many tenants: each is verified with its own secrets, and who exists is nobody's business.</summary>
public sealed class TenantTests
{
    private const string Body = """{"a":1}""";

    [Fact]
    public async Task A_tenant_is_verified_with_its_own_secrets_and_no_others()
    {
        await using var host = await StartAsync();

        await PostAsync(host, "acme", "secret of acme").IsAsync(200);
        await PostAsync(host, "acme", "older secret of acme", "2").IsAsync(200);
        await PostAsync(host, "globex", "secret of globex").IsAsync(200);
        await PostAsync(host, "acme", "secret of globex").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "globex", "secret of acme").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "acme", WebhookHost.Secret).IsProblemAsync(403, "Invalid signature");
        Assert.Equal([0, 1, 0], host.Deliveries.Handled.Select(delivery => delivery.SecretIndex));
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("ACME")]
    [InlineData("blank")]
    [InlineData("none")]
    [InlineData("acme%20")]
    [InlineData("acme%2Fx")]
    public async Task A_tenant_that_is_not_known_is_answered_as_an_invalid_signature_byte_for_byte(string tenant)
    {
        await using var host = await StartAsync();

        foreach (var secret in new[] { "", " ", "secret of acme" })
        {
            Assert.Equal(await AnswerAsync(host, "globex", "wrong", Body), await AnswerAsync(host, tenant, secret, Body));
        }

        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_tenant_that_is_not_known_cannot_be_told_by_a_body_that_is_too_large_or_a_head_that_is_wrong()
    {
        await using var host = await StartAsync();
        var large = new string('x', 1001);

        Assert.StartsWith("413", await AnswerAsync(host, "acme", "wrong", large), StringComparison.Ordinal);
        Assert.Equal(await AnswerAsync(host, "acme", "wrong", large), await AnswerAsync(host, "nobody", "wrong", large));
        Assert.Equal(await UnsignedAsync(host, "acme"), await UnsignedAsync(host, "nobody"));
        Assert.Equal(await StaleAsync(host, "acme"), await StaleAsync(host, "nobody"));
    }

    [Fact]
    public async Task A_tenants_secrets_are_kept_for_a_minute()
    {
        await using var host = await StartAsync();
        await PostAsync(host, "acme", "secret of acme").IsAsync(200);
        await PostAsync(host, "nobody", "secret").IsAsync(403);
        host.Tenants.Secrets["acme"] = ["another"];
        host.Tenants.Secrets["nobody"] = ["secret"];

        host.Time.Advance(TimeSpan.FromSeconds(59.9));
        await PostAsync(host, "acme", "secret of acme", "2").IsAsync(200);
        await PostAsync(host, "nobody", "secret").IsAsync(403);
        Assert.Equal((1, 1), (host.Tenants.AskedFor("acme"), host.Tenants.AskedFor("nobody")));

        host.Time.Advance(TimeSpan.FromSeconds(0.1));
        await PostAsync(host, "acme", "secret of acme", "3").IsAsync(403);
        await PostAsync(host, "acme", "another", "4").IsAsync(200);
        await PostAsync(host, "nobody", "secret").IsAsync(200);
        Assert.Equal((2, 2), (host.Tenants.AskedFor("acme"), host.Tenants.AskedFor("nobody")));
    }

    [Fact]
    public async Task How_long_they_are_kept_is_configured()
    {
        await using var host = await StartAsync(("Hooklatch:SecretCacheDuration", "00:00:05"));
        await PostAsync(host, "acme", "secret of acme").IsAsync(200);
        host.Tenants.Secrets["acme"] = ["another"];

        host.Time.Advance(TimeSpan.FromSeconds(4.9));
        await PostAsync(host, "acme", "secret of acme", "2").IsAsync(200);

        host.Time.Advance(TimeSpan.FromSeconds(0.1));
        await PostAsync(host, "acme", "secret of acme", "3").IsAsync(403);
    }

    [Theory]
    [InlineData("00:00:00")]
    [InlineData("-00:01:00")]
    [InlineData("1.00:00:01")]
    [InlineData("60")]
    [InlineData("a minute")]
    public async Task A_time_to_keep_them_that_is_none_stops_the_host(string duration) =>
        Assert.Contains(
            "Hooklatch:SecretCacheDuration",
            (
                await Assert.ThrowsAsync<OptionsValidationException>(() =>
                    WebhookHost.StartAsync(settings: ("Hooklatch:SecretCacheDuration", duration))
                )
            ).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_tenant_that_was_removed_is_asked_for_once_a_minute_and_not_with_every_request()
    {
        await using var host = await StartAsync();
        await PostAsync(host, "acme", "secret of acme").IsAsync(200);
        host.Tenants.Secrets.Clear();
        host.Time.Advance(TimeSpan.FromMinutes(1));

        for (var i = 0; i < 5; i++)
        {
            await PostAsync(host, "acme", "secret of acme", $"{i}").IsAsync(403);
        }

        Assert.Equal(2, host.Tenants.AskedFor("acme"));
    }

    [Fact]
    public async Task A_flood_of_tenants_that_do_not_exist_pushes_out_none_that_does()
    {
        await using var host = await StartAsync();
        await PostAsync(host, "acme", "secret of acme").IsAsync(200);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1500),
            TestContext.Current.CancellationToken,
            async (i, _) => await PostAsync(host, $"made-up-{i}", "secret").IsAsync(403)
        );

        await PostAsync(host, "acme", "secret of acme", "2").IsAsync(200);
        Assert.Equal(1, host.Tenants.AskedFor("acme"));
        // Of those that were made up the earliest are forgotten: what is kept has a bound.
        await PostAsync(host, "made-up-0", "secret").IsAsync(403);
        Assert.Contains(Enumerable.Range(0, 1500), i => host.Tenants.AskedFor($"made-up-{i}") > 1);
    }

    [Fact]
    public async Task A_source_that_throws_has_the_sender_come_back_and_nothing_runs()
    {
        await using var host = await StartAsync();
        host.Tenants.Error = new InvalidOperationException("the store of acme is down");

        var answer = await AnswerAsync(host, "acme", "secret of acme", Body);

        Assert.StartsWith("503", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("store", answer, StringComparison.Ordinal);
        Assert.Empty(host.Deliveries.Handled);
    }

    private static async Task<WebhookHost> StartAsync(params (string Path, string? Value)[] settings)
    {
        var host = await WebhookHost.StartAsync(settings: settings);
        host.Tenants.Secrets["acme"] = ["secret of acme", "older secret of acme"];
        host.Tenants.Secrets["globex"] = ["secret of globex"];
        host.Tenants.Secrets["blank"] = ["", " "];
        host.Tenants.Secrets["none"] = [];
        return host;
    }

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, string tenant, string secret, string id = "1", string body = Body)
    {
        var now = host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return host.PostAsync(
            $"/hooks/{tenant}",
            body,
            ("X-Id", id),
            ("X-Timestamp", now),
            ("X-Signature", Sign.Sha256Hex($"{id}.{now}.{body}", secret))
        );
    }

    private static async Task<string> AnswerAsync(WebhookHost host, string tenant, string secret, string body) =>
        await (await PostAsync(host, tenant, secret, body: body)).WholeAsync();

    private static async Task<string> UnsignedAsync(WebhookHost host, string tenant) =>
        await (await host.PostAsync($"/hooks/{tenant}", Body)).WholeAsync();

    private static async Task<string> StaleAsync(WebhookHost host, string tenant) =>
        await (
            await host.PostAsync($"/hooks/{tenant}", Body, ("X-Id", "1"), ("X-Timestamp", "1"), ("X-Signature", new string('0', 64)))
        ).WholeAsync();
}
