using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Verification;

/// <summary>Secrets that are missing, several, or changed while the host runs.</summary>
public sealed class SecretTests
{
    private const string GitHubSecret = WebhookHost.Settings + "GitHubSecret";
    private const string Rotating = WebhookHost.Settings + "RotatingSecrets";
    private const string Token = WebhookHost.Settings + "Token";

    public static TheoryData<string?> Blank => [(string?)null, "", " ", "\t", "\n", " \r\n "];

    [Theory]
    [MemberData(nameof(Blank))]
    public async Task A_blank_secret_verifies_nothing_not_even_what_is_signed_with_it(string? secret)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(GitHubSecret, secret), (Token, secret)]);

        await host.PostSignedAsync("{}", "").IsProblemAsync(500, "Webhook secret not configured");
        await host.PostSignedAsync("{}", secret ?? "").IsProblemAsync(500, "Webhook secret not configured");
        await host.GetAsync("/token/query?token=%20").IsProblemAsync(500, "Webhook secret not configured");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Theory]
    [MemberData(nameof(Blank))]
    public async Task A_list_of_blank_secrets_verifies_nothing(string? secret)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Rotating, null), ($"{Rotating}:0", secret), ($"{Rotating}:1", "")]);

        await host.PostSignedAsync("{}", "", "/rotating").IsProblemAsync(500, "Webhook secret not configured");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task A_missing_secret_is_logged_as_an_error()
    {
        await using var host = await WebhookHost.StartAsync(settings: (GitHubSecret, ""));

        await host.PostSignedAsync("{}");

        Assert.Equal(LogLevel.Error, Assert.Single(host.Log.Named("DeliveryRejected")).Level);
    }

    [Fact]
    public async Task Each_secret_of_a_list_verifies_and_is_told_by_its_index()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(Rotating, null), ($"{Rotating}:0", "old"), ($"{Rotating}:1", ""), ($"{Rotating}:2", "new")]
        );

        await host.PostSignedAsync("{}", "old", "/rotating").IsAsync(200);
        await host.PostSignedAsync("{}", "new", "/rotating").IsAsync(200);
        await host.PostSignedAsync("{}", "other", "/rotating").IsProblemAsync(403, "Invalid signature");

        Assert.Equal([0, 1], host.Deliveries.Handled.Select(delivery => delivery.SecretIndex));
    }

    [Fact]
    public async Task Of_a_secret_that_stands_twice_the_first_counts()
    {
        await using var host = await WebhookHost.StartAsync(settings: (GitHubSecret, "same\nsame\nother"));

        await host.PostSignedAsync("{}", "same").IsAsync(200);

        Assert.Equal(0, Assert.Single(host.Deliveries.Handled).SecretIndex);
    }

    [Theory]
    [InlineData("old\nnew")]
    [InlineData("old\r\nnew\r\n")]
    [InlineData("\nold\n\nnew")]
    public async Task Secrets_on_lines_of_their_own_each_verify(string secrets)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(GitHubSecret, secrets), (Token, secrets)]);

        await host.PostSignedAsync("{}", "old").IsAsync(200);
        await host.PostSignedAsync("{}", "new").IsAsync(200);
        await host.PostAsync("/token/header", "{}", ("X-Token", "new")).IsAsync(200);
        await host.PostSignedAsync("{}", secrets).IsProblemAsync(403, "Invalid signature");

        Assert.Equal([0, 1, 1], host.Deliveries.Handled.Select(delivery => delivery.SecretIndex));
    }

    [Fact]
    public async Task A_replaced_secret_stops_working_with_the_next_request()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostSignedAsync("{}").IsAsync(200);

        host.Configuration.Change((GitHubSecret, "replaced"));

        await host.PostSignedAsync("{}").IsProblemAsync(403, "Invalid signature");
        await host.PostSignedAsync("{}", "replaced").IsAsync(200);
    }

    [Theory]
    [MemberData(nameof(Blank))]
    public async Task A_removed_secret_stops_working_with_the_next_request(string? removed)
    {
        await using var host = await WebhookHost.StartAsync();
        await host.PostSignedAsync("{}").IsAsync(200);
        await host.PostAsync("/token/header", "{}", ("X-Token", WebhookHost.Token)).IsAsync(200);

        host.Configuration.Change((GitHubSecret, removed), (Token, removed));

        await host.PostSignedAsync("{}").IsProblemAsync(500, "Webhook secret not configured");
        await host.PostAsync("/token/header", "{}", ("X-Token", WebhookHost.Token)).IsProblemAsync(500, "Webhook secret not configured");
    }

    [Fact]
    public async Task A_removed_secret_is_never_accepted_after_its_removal_whatever_the_load()
    {
        await using var host = await WebhookHost.StartAsync();
        for (var round = 0; round < 25; round++)
        {
            var (old, current) = ($"secret {round}", $"secret {round + 1}");
            host.Configuration.Change((GitHubSecret, old));
            var load = Enumerable.Range(0, 8).Select(_ => host.PostSignedAsync("{}", old)).ToArray();

            host.Configuration.Change((GitHubSecret, current));

            var after = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.PostSignedAsync("{}", old)));
            Assert.All(after, response => Assert.Equal(403, (int)response.StatusCode));
            await host.PostSignedAsync("{}", current).IsAsync(200);
            Assert.All(await Task.WhenAll(load), response => Assert.Contains((int)response.StatusCode, new[] { 200, 403 }));
        }
    }
}
