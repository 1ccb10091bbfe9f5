using Hooklatch.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Hooklatch.Browser.Tests;

/// <summary>What the host serves, whether it is ready, and its switches.</summary>
public sealed class PluginTests(PublishedSamples published, Chromium chromium)
{
    [Fact]
    public async Task A_webhook_shows_its_address_and_the_setting_that_it_lacks()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Reader);
        var view = page.Page;

        await page.Expect(view.GetByRole(AriaRole.Row).Filter(new() { HasText = "/github_queued" })).ToContainTextAsync("Ready");
        await page.Expect(view.GetByText("Plugins:dev.sample_webhook:ReportToken").First).ToBeVisibleAsync();
        await view.GetByRole(AriaRole.Row).Filter(new() { HasText = "/github_queued" }).GetByRole(AriaRole.Button).First.ClickAsync();

        Assert.Equal(
            new Uri(host.Address, ConsoleHost.Queued).AbsoluteUri,
            await view.EvaluateAsync<string>("() => navigator.clipboard.readText()")
        );
    }

    [Fact]
    public async Task A_paused_webhook_holds_what_comes_and_runs_it_when_resumed()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        var view = page.Page;
        await OpenWebhookAsync(view, "/github_queued");

        await SwitchAsync(view, "Pause");
        await page.Expect(view.GetByText("Paused").First).ToBeVisibleAsync();
        await host.PushAsync("octo/held", id: "held-1");
        await page.GoAsync(host, "/hooklatch/#/deliveries?state=ready");
        await page.Expect(view.GetByRole(AriaRole.Row).Filter(new() { HasText = "held-1" })).ToBeVisibleAsync();
        await page.OpenAsync("Overview");
        await OpenWebhookAsync(view, "/github_queued");
        await SwitchAsync(view, "Resume");

        await page.GoAsync(host, "/hooklatch/#/deliveries?state=done");
        await page.Expect(view.GetByRole(AriaRole.Row).Filter(new() { HasText = "held-1" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_disabled_plugin_is_not_there_until_it_is_enabled()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        var plugin = page.Page.GetByRole(AriaRole.Region).Filter(new() { HasText = "dev.sample_webhook" });

        await SwitchAsync(page.Page, "Disable", plugin);
        await page.Expect(plugin.GetByText("Disabled", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await host.PushAsync("octo/gone", id: "gone"));
        await SwitchAsync(page.Page, "Enable", plugin);
        await page.Expect(plugin.GetByText("Enabled", new() { Exact = true })).ToBeVisibleAsync();

        Assert.Equal(System.Net.HttpStatusCode.Accepted, await host.PushAsync("octo/back", id: "back"));
    }

    /// <summary>In Production a test that runs the handler is a forged delivery, which a person has to mean.</summary>
    [Fact]
    public async Task A_test_is_verified_and_bound_and_runs_the_handler_only_when_confirmed()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        var view = page.Page;
        await OpenWebhookAsync(view, "/github", isLast: true);

        await view.GetByRole(AriaRole.Button, new() { Name = "Send the test" }).ClickAsync();
        await page.Expect(view.GetByText("It would be accepted")).ToBeVisibleAsync();
        await page.Expect(view.GetByText("Would run")).ToBeVisibleAsync();
        await view.GetByLabel("Run the handler too").CheckAsync();
        await view.GetByRole(AriaRole.Button, new() { Name = "Send and run" }).ClickAsync();
        await view.GetByLabel("I know that the handler cannot tell this from a real delivery").CheckAsync();
        await view.GetByRole(AriaRole.Button, new() { Name = "Run the handler", Exact = true }).ClickAsync();

        await page.Expect(view.GetByText("Ran", new() { Exact = false }).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_job_is_listed_with_what_became_of_it()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await host.StartJobAsync("browser-1");
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);

        await page.OpenAsync("Jobs");

        await page.Expect(page.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("BackgroundTask");
    }

    [Fact]
    public async Task A_secret_is_masked_in_the_configuration()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);

        await page.OpenAsync("Configuration");

        await page.Expect(page.Page.GetByText("GitHubWebhookSecret").First).ToBeVisibleAsync();
        Assert.DoesNotContain(ConsoleHost.Secret, await page.Page.ContentAsync(), StringComparison.Ordinal);
    }

    private static async Task OpenWebhookAsync(IPage page, string endpoint, bool isLast = false)
    {
        var rows = page.GetByRole(AriaRole.Row).Filter(new() { HasTextRegex = new(endpoint + (isLast ? "(?!_)" : "")) });
        await rows.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What it receives" })).ToBeVisibleAsync();
    }

    private static async Task SwitchAsync(IPage page, string action, ILocator? where = null)
    {
        await (
            where?.GetByRole(AriaRole.Button, new() { Name = action, Exact = true })
            ?? page.GetByRole(AriaRole.Button, new() { Name = action, Exact = true })
        ).First.ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = action }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
