using Hooklatch.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Hooklatch.Browser.Tests;

/// <summary>Who gets in, and with what.</summary>
public sealed class SignInTests(PublishedSamples published, Chromium chromium)
{
    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_token_signs_in_and_signing_out_ends_it(string scheme)
    {
        await using var host = await ConsoleHosts.StartAsync(published, scheme);
        await using var page = await chromium.OpenAsync();

        await page.SignInAsync(host, ConsoleHost.Owner);
        await page.Page.ReloadAsync();
        await page.Expect(page.Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" })).ToBeVisibleAsync();
        await page.Page.GetByText("owner", new() { Exact = true }).First.ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Hooklatch" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_wrong_token_is_told_so()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();

        await page.GoAsync(host, "/hooklatch/");
        await page.Page.GetByLabel("Token", new() { Exact = true }).FillAsync("not-the-token-of-anybody-here-at-all");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await page.Expect(page.Page.GetByText("This token is not known.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_link_that_the_host_prints_works_once_and_leaves_the_address()
    {
        await using var host = await ConsoleHosts.StartAsync(published, "http", "--environment", "Development");
        await host.Process.WaitForLineAsync("#login=");
        var link = ConsoleHosts.LinkOf(host.Process.Output);
        await using (var first = await chromium.OpenAsync())
        {
            await first.GoAsync(host, link.PathAndQuery + link.Fragment);
            await first.Expect(first.Page.GetByRole(AriaRole.Navigation, new() { Name = "Views" })).ToBeVisibleAsync();
            Assert.DoesNotContain("login", first.Page.Url, StringComparison.Ordinal);
        }

        await using var second = await chromium.OpenAsync();
        await second.GoAsync(host, link.PathAndQuery + link.Fragment);

        await second.Expect(second.Page.GetByText("login link").First).ToBeVisibleAsync();
        await second.Expect(second.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Hooklatch" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_root_of_the_sample_leads_to_the_console()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await using var page = await chromium.OpenAsync();

        await page.GoAsync(host, "/");

        await page.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in to Hooklatch" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reader_sees_neither_bodies_nor_actions()
    {
        await using var host = await ConsoleHosts.StartAsync(published);
        await host.PushAsync("octo/hello", id: "only-for-bodies");
        await using var page = await chromium.OpenAsync();
        await page.SignInAsync(host, ConsoleHost.Reader);

        await page.OpenAsync("Deliveries");
        await page
            .Page.GetByRole(AriaRole.Row)
            .Filter(new() { HasText = "only-for-bodies" })
            .GetByRole(AriaRole.Link, new() { Name = "push" })
            .ClickAsync();
        await page.Page.GetByRole(AriaRole.Tab, new() { Name = "Body" }).ClickAsync();

        await page.Expect(page.Page.GetByText("Your role does not show bodies")).ToBeVisibleAsync();
        await page.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Replay" })).ToHaveCountAsync(0);
    }
}
