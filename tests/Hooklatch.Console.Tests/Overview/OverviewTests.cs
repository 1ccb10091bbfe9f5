using Hooklatch.Console.Tests.Plugin;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Overview;

/// <summary>What the host serves.</summary>
public sealed class OverviewTests
{
    [Fact]
    public async Task A_webhook_whose_secret_is_configured_is_ready_and_says_how_it_is_reached_and_verified()
    {
        await using var host = await ShopHost.StartAsync(settings: ("Hooklatch:PublicUrl", "https://hooks.example/base"));

        var webhook = await host.WebhookAsync("/stripe");

        Assert.Equal(["https://hooks.example/base/api/plugin/acme.shop/webhook/stripe"], webhook.Urls);
        Assert.Equal(["POST"], webhook.Methods);
        Assert.Equal("ready", webhook.State);
        Assert.Null(webhook.MissingSetting);
        Assert.Equal("Stripe", webhook.Provider);
        Assert.Equal("inline", webhook.Mode);
        Assert.Equal("Takes payments.", webhook.Description);
        Assert.True(webhook.CanTest);
        Assert.Contains("data.object.amount", Assert.Single(webhook.Handlers).Reads);
        Assert.Contains(webhook.Limits, limit => limit is { Name: "Body", Value: "1 MiB" });
    }

    [Fact]
    public async Task Without_a_public_URL_a_webhook_is_shown_as_the_console_was_reached()
    {
        await using var host = await ShopHost.StartAsync(settings: ("Plugins:acme.shop:Paths:/stripe", "/old/stripe"));

        var webhook = await host.WebhookAsync("/stripe");

        Assert.Equal([$"{host.App.Urls.First()}/api/plugin/acme.shop/webhook/stripe", $"{host.App.Urls.First()}/old/stripe"], webhook.Urls);
    }

    [Fact]
    public async Task A_webhook_without_its_secret_names_the_setting_and_is_not_tested()
    {
        await using var host = await ShopHost.StartAsync(settings: ("Plugins:acme.shop:StripeSecret", null));

        var webhook = await host.WebhookAsync("/stripe");

        Assert.Equal("needsSecret", webhook.State);
        Assert.Equal("Plugins:acme.shop:StripeSecret", webhook.MissingSetting);
        Assert.False(webhook.CanTest);
        Assert.Contains("Plugins:acme.shop:StripeSecret", webhook.WhyNotTested, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_verifies_nothing_says_so()
    {
        await using var host = await ShopHost.StartAsync();

        var webhook = await host.WebhookAsync("/open/{shop}");

        Assert.Equal("unverified", webhook.State);
        Assert.Null(webhook.Provider);
        Assert.NotEmpty(webhook.Setup!.Steps);
    }

    [Fact]
    public async Task A_webhook_whose_provider_alone_has_the_private_key_says_why_it_is_not_tested()
    {
        await using var host = await ShopHost.StartAsync();

        var webhook = await host.WebhookAsync("/mail");

        Assert.False(webhook.CanTest);
        Assert.Contains("private key", webhook.WhyNotTested, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_events_of_a_webhook_are_shown_with_the_handlers_that_take_them()
    {
        await using var host = await ShopHost.StartAsync();

        var events = (await host.WebhookAsync("/github")).Events;

        Assert.Contains(
            events,
            one => one is { Name: "push", Action: null } && one.Handler.EndsWith("ShopGitHub.OnPush", StringComparison.Ordinal)
        );
        Assert.Contains(
            events,
            one => one is { Name: "issues", Action: "opened" } && one.Handler.EndsWith("OnIssue", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_steps_of_a_provider_name_this_URL_and_this_setting()
    {
        await using var host = await ShopHost.StartAsync(settings: ("Hooklatch:PublicUrl", "https://hooks.example"));

        var setup = (await host.WebhookAsync("/github")).Setup!;

        Assert.StartsWith("https://docs.github.com/", setup.Link, StringComparison.Ordinal);
        Assert.Contains(
            setup.Steps,
            step => step.Contains("https://hooks.example/api/plugin/acme.shop/webhook/github", StringComparison.Ordinal)
        );
        Assert.Contains(setup.Steps, step => step.Contains("Plugins:acme.shop:GitHubSecrets", StringComparison.Ordinal));
        Assert.DoesNotContain(setup.Steps, step => step.Contains('{', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hostile_name_comes_back_as_data()
    {
        await using var host = await ShopHost.StartAsync();

        var plugin = (await host.GetAsync("/overview", ManagementJson.Default.Overview)).Plugins.Single();

        Assert.Equal("<script>alert(1)</script>", plugin.Name);
        Assert.Equal("Sells \"things\" & <b>more</b>.", plugin.Description);
        Assert.DoesNotContain("<script>", await host.GetTextAsync("/overview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recurring_job_says_when_it_runs_next()
    {
        await using var host = await ShopHost.StartAsync();

        var schedule = Assert.Single((await host.GetAsync("/overview", ManagementJson.Default.Overview)).Plugins.Single().Schedules);

        Assert.Equal("0 3 * * *", schedule.Expression);
        Assert.Equal("UTC", schedule.TimeZone);
        Assert.All(schedule.NextAt, at => Assert.Equal(3, at.UtcDateTime.Hour));
        Assert.Equal(3, schedule.NextAt.Count);
        Assert.Null(schedule.Problem);
    }

    [Fact]
    public async Task What_waits_in_the_store_is_counted_by_webhook()
    {
        await using var host = await ShopHost.StartAsync();
        await host.Service<IInboxOperations>().PauseAsync(ShopHost.Plugin, "/queued", TestContext.Current.CancellationToken);

        await host.DeliverAsync("/queued", """{"id":"1"}""", ("X-Shop-Token", ShopHost.Token));

        var webhook = await host.WebhookAsync("/queued");
        Assert.True(webhook.IsPaused);
        Assert.Equal(1, webhook.Depth!.Ready);
        Assert.Null((await host.WebhookAsync("/stripe")).Depth);
    }

    [Fact]
    public async Task While_the_store_cannot_be_used_everything_else_is_shown()
    {
        await using var host = await ShopHost.StartAsync(more: services => services.AddSingleton<IInboxOperations>(new BrokenOperations()));

        var overview = await host.GetAsync("/overview", ManagementJson.Default.Overview);

        Assert.Null(overview.Depth);
        Assert.NotEmpty(overview.Plugins.Single().Webhooks);
    }
}
