using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Configuration;

/// <summary>What the host says once it listens.</summary>
public sealed class StartupReportTests
{
    [Fact]
    public async Task The_report_names_each_plugin_and_the_number_of_its_webhooks()
    {
        await using var host = await WebhookHost.StartAsync();

        var plugin = Assert.Single(host.Log.Named("Plugin"));

        Assert.StartsWith(
            $"Plugin tests.runtime: Runtime tests, {host.Log.Named("Webhook").Count()} webhook(s) at ",
            plugin.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:")]
    [InlineData("https://hooks.example.com", "https://hooks.example.com/api/")]
    [InlineData("https://example.com/behind/a/proxy/", "https://example.com/behind/a/proxy/api/")]
    public async Task At_debug_each_webhook_has_an_entry_with_its_full_URL_methods_verification_and_state(string? publicUrl, string start)
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:PublicUrl", publicUrl));

        var report = host.Log.Named("Webhook").Select(entry => entry.Message).ToArray();

        var baseUrl = publicUrl?.TrimEnd('/') ?? host.Client.BaseAddress!.ToString().TrimEnd('/');
        Assert.All(report, line => Assert.Contains($" {start}", line, StringComparison.Ordinal));
        Assert.Contains($"ANY {baseUrl}{WebhookHost.Prefix}/github - HMAC-SHA256 in X-Hub-Signature-256 - ready", report);
        Assert.Contains($"POST {baseUrl}{WebhookHost.Prefix}/resource - unverified (a test) - ready", report);
        Assert.Contains($"ANY {baseUrl}{WebhookHost.Prefix}/token/header - token in X-Token - ready", report);
        Assert.Contains($"ANY {baseUrl}{WebhookHost.Prefix}/token/query - token in the query (token) - ready", report);
    }

    [Fact]
    public async Task At_debug_each_route_has_an_entry_too()
    {
        await using var host = await WebhookHost.StartAsync();

        var routes = host.Log.Named("Route").Select(entry => entry.Message).ToArray();

        Assert.NotEmpty(routes);
        Assert.All(routes, line => Assert.Contains("/plugins/tests.runtime", line, StringComparison.Ordinal));
        Assert.All(routes, line => Assert.EndsWith(" - route of the plugin", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhooks_below_a_path_base_are_served_there()
    {
        await using var host = await WebhookHost.StartAsync(
            use: app => app.UsePathBase("/behind"),
            settings: ("Hooklatch:PublicUrl", "https://example.com/behind")
        );

        var url = host
            .Log.Named("Webhook")
            .Select(entry => (string)entry.Fields["Url"]!)
            .Single(url => url.EndsWith("/any", StringComparison.Ordinal));

        await host.GetPathAsync(new Uri(url).AbsolutePath).IsAsync(200, "GET");
    }

    [Fact]
    public async Task At_debug_every_missing_secret_is_an_entry_that_says_where_it_belongs()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(WebhookHost.Settings + "Token", " "), (WebhookHost.Settings + "RotatingSecrets", null)]
        );

        var warnings = host.Log.Named("EndpointLacksSecret").Where(IsOfTestConfig).ToArray();

        Assert.All(warnings, warning => Assert.Equal(LogLevel.Debug, warning.Level));
        Assert.Equal(
            ["/rotating", "/token/basic", "/token/bearer", "/token/header", "/token/json", "/token/key", "/token/prefixed", "/token/query"],
            warnings.Select(warning => (string)warning.Fields["Endpoint"]!).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            "The secret Plugins:tests.runtime:RotatingSecrets is not configured: /rotating answers 500 until it is.",
            warnings.Single(warning => warning.Message.Contains("/rotating", StringComparison.Ordinal)).Message
        );
    }

    [Fact]
    public async Task No_secret_is_missing_where_all_are_configured()
    {
        await using var host = await WebhookHost.StartAsync();
        Assert.DoesNotContain(host.Log.Named("EndpointLacksSecret"), IsOfTestConfig);
    }

    /// <summary>The secrets that every host of these tests has; those of single providers are set where they are needed.</summary>
    private static bool IsOfTestConfig(LogEntry entry) =>
        entry.Fields["Path"] is nameof(TestConfig.GitHubSecret) or nameof(TestConfig.Token) or nameof(TestConfig.RotatingSecrets);
}
