using System.Text;
using Hooklatch.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Hooklatch.Browser.Tests;

/// <summary>What came in, what became of it, and what an operator does about it: on SQLite and on PostgreSQL.</summary>
public sealed class DeliveryTests(PublishedSamples published, Chromium chromium)
{
    [Theory]
    [InlineData(Stores.Sqlite)]
    [InlineData(Stores.Postgres)]
    public async Task A_failed_delivery_is_found_explained_repaired_and_erased(string store)
    {
        await using var host = await Stores.StartAsync(published, store);
        await host.DeadAsync("octo/broken", "dead-1");
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        var view = page.Page;

        // An operator comes by the line that says what needs somebody.
        await view.GetByRole(AriaRole.Link, new() { Name = "1 delivery failed for good" }).ClickAsync();
        await RowOf(view, "dead-1").GetByRole(AriaRole.Link, new() { Name = "push" }).ClickAsync();
        await page.Expect(view.GetByLabel("State", new() { Exact = true })).ToContainTextAsync("commits");

        await view.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync();
        await page.Expect(view.GetByText("octo/broken")).ToBeVisibleAsync();

        await ActAsync(view, "Requeue");
        await page.Expect(view.GetByRole(AriaRole.Status).Filter(new() { HasText = "ready" })).Not.ToHaveCountAsync(0);
        await ActAsync(view, "Dismiss");
        await page.Expect(view.GetByLabel("State", new() { Exact = true })).ToContainTextAsync("aside", new() { IgnoreCase = true });
        await ActAsync(view, "Erase");

        await page.OpenAsync("Deliveries");
        await page.Expect(view.GetByRole(AriaRole.Heading, new() { Name = "Deliveries" })).ToBeVisibleAsync();
        await page.Expect(RowOf(view, "dead-1")).ToHaveCountAsync(0);
        await page.OpenAsync("Audit");
        foreach (var action in new[] { "requeue", "dismiss", "erase" })
        {
            await page.Expect(view.GetByRole(AriaRole.Row).Filter(new() { HasText = action }).First).ToContainTextAsync("owner");
        }
    }

    [Theory]
    [InlineData(Stores.Sqlite)]
    [InlineData(Stores.Postgres)]
    public async Task A_replay_runs_once_more_and_says_of_which(string store)
    {
        await using var host = await Stores.StartAsync(published, store);
        await host.PushAsync("octo/again", id: "replay-me");
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        var view = page.Page;

        await page.OpenAsync("Deliveries");
        await RowOf(view, "replay-me").GetByRole(AriaRole.Link, new() { Name = "push" }).ClickAsync();
        await ActAsync(view, "Replay");
        await page.OpenAsync("Deliveries");

        await page.Expect(view.GetByText("a replay of")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_delivery_appears_in_the_list_while_somebody_looks()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        await page.OpenAsync("Deliveries");
        await page.Expect(page.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();

        await host.PushAsync("octo/live", id: "came-live");

        await page.Expect(RowOf(page.Page, "came-live")).ToBeVisibleAsync();
    }

    /// <summary>A number of JavaScript would round it.</summary>
    [Fact]
    public async Task A_large_number_is_shown_as_it_was_sent()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await host.PushAsync("octo/exact", id: "exact");
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.BodyReader);

        await page.OpenAsync("Deliveries");
        await RowOf(page.Page, "exact").GetByRole(AriaRole.Link, new() { Name = "push" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync();

        await page.Expect(page.Page.GetByText("9007199254740993")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Many_are_acted_on_after_they_were_counted()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        for (var at = 0; at < 12; at++)
        {
            await host.DeadAsync("octo/many", $"many-{at}");
        }

        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Owner);
        var view = page.Page;
        await page.GoAsync(host, "/hooklatch/#/deliveries?state=dead");
        await view.GetByRole(AriaRole.Button, new() { Name = "Act on all that fit…" }).ClickAsync();
        await view.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Dismiss", Exact = true }).ClickAsync();
        await view.GetByRole(AriaRole.Button, new() { Name = "Dismiss 12 deliveries" }).ClickAsync();

        await page.GoAsync(host, "/hooklatch/#/deliveries?state=dismissed");
        await page.Expect(view.GetByRole(AriaRole.Row).Filter(new() { HasText = "many-" })).ToHaveCountAsync(12);
    }

    [Fact]
    public async Task A_refused_delivery_says_what_its_sender_can_do()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await host.SendAsync(ConsoleHost.Queued, Encoding.UTF8.GetBytes("{}"), "push", "forged", secret: "another secret");
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Reader);

        await page.OpenAsync("Refusals");

        var view = page.Page.GetByRole(AriaRole.Main);
        await page.Expect(view).ToContainTextAsync("invalid_signature");
        await page.Expect(view).ToContainTextAsync("secret");
    }

    private static ILocator RowOf(IPage page, string text) => page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>Presses the button of an action, and confirms.</summary>
    private static async Task ActAsync(IPage page, string action)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = action, Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = action }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }
}
