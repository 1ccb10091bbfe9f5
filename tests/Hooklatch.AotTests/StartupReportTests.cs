namespace Hooklatch.AotTests;

/// <summary>What the host prints when it starts is all that an operator needs to wire a provider to it.</summary>
public sealed class StartupReportTests(PublishedHost published)
{
    private const string MissingSecret = "Plugins:dev.sample_webhook:GitHubWebhookSecret is not configured";

    [Fact]
    public async Task Every_webhook_is_listed_with_its_URL_its_methods_and_how_it_is_verified()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);
        var address = host.Client.BaseAddress!.ToString().TrimEnd('/');

        await host.WaitForOutputAsync("Plugin dev.sample_webhook: Sample webhook");
        await host.WaitForLineAsync(address + Sample.GitHub, "HMAC-SHA256 in X-Hub-Signature-256");
        await host.WaitForLineAsync("GET", address + Sample.Resource, "unverified");
        await host.WaitForLineAsync("POST", address + Sample.Resource, "unverified");
        await host.WaitForLineAsync("DELETE", address + Sample.Resource, "unverified");
    }

    [Fact]
    public async Task The_public_URL_stands_in_for_the_address()
    {
        await using var host = await published.StartAsync("--Hooklatch:PublicUrl=https://hooks.example.com/in");

        await host.WaitForLineAsync("https://hooks.example.com/in" + Sample.GitHub);
    }

    [Fact]
    public async Task A_secret_that_is_missing_is_warned_of()
    {
        await using var host = await published.StartAsync();

        await host.WaitForLineAsync(MissingSecret, "/github answers 500");
    }

    [Fact]
    public async Task A_secret_that_is_there_is_neither_warned_of_nor_printed()
    {
        await using var host = await published.StartAsync(Sample.WithSecret);
        await host.WaitForOutputAsync("Application started");

        Assert.DoesNotContain(MissingSecret, host.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Sample.Secret, host.Output, StringComparison.Ordinal);
    }
}
