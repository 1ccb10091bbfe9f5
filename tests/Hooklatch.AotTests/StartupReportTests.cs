namespace Hooklatch.AotTests;

/// <summary>What the host prints when it starts is all that an operator needs to wire a provider to it.</summary>
public sealed class StartupReportTests(PublishedSamples published)
{
    private const string MissingSecret = "Plugins:dev.sample_webhook:GitHubWebhookSecret";
    private const string Below = "/api/plugin/dev.sample_webhook/webhook";

    [Fact]
    public async Task Every_webhook_is_listed_with_its_methods_and_how_it_is_verified_below_the_plugins_URL()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);
        var address = host.Client.BaseAddress!.ToString().TrimEnd('/');

        await host.WaitForLineAsync("Plugin dev.sample_webhook: Sample webhook", address + Below);
        await host.WaitForLineAsync("POST", "/github ", "HMAC-SHA256 in X-Hub-Signature-256", "ready");
        await host.WaitForLineAsync("POST", "/upload_report", "token in X-Report-Token", "needs secret");
        await host.WaitForLineAsync("GET", "/resource", "unverified", "ready");
        await host.WaitForLineAsync("POST", "/resource", "unverified", "ready");
        await host.WaitForLineAsync("DELETE", "/resource", "unverified", "ready");
        await host.WaitForLineAsync("2 route(s) at " + address + "/plugins/dev.sample_routes");
        await host.WaitForLineAsync("POST", "/reports/search");
    }

    [Fact]
    public async Task The_public_URL_stands_in_for_the_address()
    {
        await using var host = await published.StartAsync("--Hooklatch:PublicUrl=https://hooks.example.com/in");

        await host.WaitForLineAsync("https://hooks.example.com/in" + Below);
    }

    [Fact]
    public async Task A_secret_that_is_missing_is_warned_of()
    {
        await using var host = await published.StartAsync();

        await host.WaitForLineAsync("answer 500 until a secret is configured", MissingSecret, "/github, /github_queued");
    }

    [Fact]
    public async Task A_secret_that_is_there_is_neither_warned_of_nor_printed()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);
        await host.WaitForOutputAsync("Application started");

        Assert.DoesNotContain(MissingSecret, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Secret, host.Output, StringComparison.Ordinal);
    }

    /// <summary>One screen, with the line that the host prints last.</summary>
    [Fact]
    public async Task The_start_fits_on_one_screen()
    {
        await using var host = await published.StartAsync();
        await host.WaitForOutputAsync("Content root path: ");

        Assert.InRange(host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 10, 40);
    }

    /// <summary>Of a plugin with more than a screen shows, the numbers.</summary>
    [Fact]
    public async Task So_does_that_of_the_host_of_all_providers()
    {
        await using var host = await published.StartProvidersAsync();
        await host.WaitForOutputAsync("Content root path: ");

        Assert.Matches(@"\d+ webhooks: \d+ ready, \d+ lack a secret", host.Output);
        Assert.InRange(host.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length, 5, 40);
    }
}
