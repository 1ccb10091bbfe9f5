using System.Text;
using Hooklatch.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Hooklatch.Browser.Tests;

/// <summary>Every view, light and dark, wide and on a phone: read by axe, not wider than the window, and kept as a picture.</summary>
public sealed class AccessibilityTests(PublishedSamples published, Chromium chromium)
{
    private static readonly string[] Views = ["Overview", "Deliveries", "Refusals", "Jobs", "Configuration", "Audit"];

    [Theory]
    [InlineData(1440, false)]
    [InlineData(1440, true)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Every_view_can_be_read_by_everybody(int width, bool isDark)
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await FillAsync(host);
        await using var page = await chromium.OpenAsync(width, isDark);
        await page.GoAsync(host, "/hooklatch/");
        await CheckAsync("sign-in");
        await page.SignInAsync(host, ConsoleHost.Owner);

        foreach (var view in Views)
        {
            await page.OpenAsync(view);
            await CheckAsync(view);
        }

        await page.GoAsync(host, "/hooklatch/#/webhook?plugin=dev.sample_webhook&endpoint=%2Fgithub_queued");
        await page.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "What it receives" })).ToBeVisibleAsync();
        await CheckAsync("webhook");

        await page.GoAsync(host, "/hooklatch/#/deliveries?state=dead");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = "push" }).First.ClickAsync();
        await page.Expect(page.Page.GetByRole(AriaRole.Tab, new() { Name = "Body" })).ToBeVisibleAsync();
        await CheckAsync("delivery");
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync();
        await page.Expect(page.Page.GetByText("octo/broken")).ToBeVisibleAsync();
        await CheckAsync("body");

        async Task CheckAsync(string view)
        {
            var name = $"{view.ToLowerInvariant()}-{width}-{(isDark ? "dark" : "light")}";
            await page.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            await page.Expect(page.Page.GetByText("Loading")).ToHaveCountAsync(0);
            await page.PictureAsync(name);
            await page.CheckAccessibilityAsync(name);
            await page.CheckWidthAsync(name);
        }
    }

    [Fact]
    public async Task The_keyboard_is_enough()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await FillAsync(host);
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        await page.OpenAsync("Deliveries");
        await page.Expect(page.Page.GetByRole(AriaRole.Row).Nth(1)).ToBeVisibleAsync();

        await page.Page.Keyboard.PressAsync("/");
        await page.Expect(page.Page.GetByPlaceholder("Id of the provider, or #number")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.Keyboard.PressAsync("j");
        await page.Page.Keyboard.PressAsync("Enter");

        await page.Expect(page.Page.GetByRole(AriaRole.Tab, new() { Name = "Body" })).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Deliveries" })).ToBeVisibleAsync();
    }

    private static async Task FillAsync(ConsoleHost host)
    {
        for (var at = 0; at < 8; at++)
        {
            await host.PushAsync("octo/hello", id: $"d8f1c2{at}0-2222-11ef", message: "Say hello in every language");
        }

        await host.PushAsync("octo/hello", ConsoleHost.Inline);
        await host.DeadAsync("octo/broken", "0b3e7f10-4444-11ef");
        await host.SendAsync(ConsoleHost.Queued, Encoding.UTF8.GetBytes("{}"), "push", "forged", secret: "another secret");
        await host.StartJobAsync("nightly-report");
    }
}
