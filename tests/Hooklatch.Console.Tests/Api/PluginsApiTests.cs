using System.Net;
using Hooklatch.Console.Access;
using Hooklatch.Console.Tests.Overview;
using Hooklatch.Console.Tests.Plugin;
using Hooklatch.Inbox;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Api;

/// <summary>Plugins that are switched, and webhooks that hold what they accept.</summary>
public sealed class PluginsApiTests
{
    [Theory]
    [InlineData("/enable")]
    [InlineData("/disable")]
    [InlineData("/pause")]
    [InlineData("/resume")]
    public async Task Only_an_operator_changes_something(string path)
    {
        await using var host = await ShopHost.StartAsync();

        var endpoint = host.Api.OfType<RouteEndpoint>().Single(one => one.RoutePattern.RawText!.EndsWith(path, StringComparison.Ordinal));

        Assert.Equal(ConsoleRole.Operate, endpoint.Metadata.GetMetadata<RequiredRole>()!.Role);
    }

    [Fact]
    public async Task A_plugin_that_is_disabled_is_not_served_until_it_is_enabled()
    {
        await using var host = await ShopHost.StartAsync();

        using var disabled = await host.PostAsync("/disable?plugin=acme.shop");
        Assert.Equal(HttpStatusCode.NotFound, await host.DeliverAsync("/open/mine", ""));
        using var enabled = await host.PostAsync("/enable?plugin=acme.shop");

        Assert.Equal(HttpStatusCode.OK, await host.DeliverAsync("/open/mine", ""));
        Assert.Contains("\"done\":true", await TextOf(disabled), StringComparison.Ordinal);
        Assert.Contains("\"done\":true", await TextOf(enabled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_webhook_that_is_paused_holds_what_it_accepts()
    {
        await using var host = await ShopHost.StartAsync();

        using var paused = await host.PostAsync("/pause?plugin=acme.shop&endpoint=/queued");
        Assert.Equal(HttpStatusCode.OK, paused.StatusCode);
        Assert.Equal([new InboxPause(ShopHost.Plugin, "/queued")], await PausesAsync(host));
        using var resumed = await host.PostAsync("/resume?plugin=acme.shop&endpoint=/queued");

        Assert.Equal(HttpStatusCode.OK, resumed.StatusCode);
        Assert.Empty(await PausesAsync(host));
    }

    [Theory]
    [InlineData("/pause?plugin=acme.none", HttpStatusCode.NotFound)]
    [InlineData("/pause?plugin=acme.shop&endpoint=/none", HttpStatusCode.NotFound)]
    [InlineData("/pause?plugin=acme.shop&endpoint=/stripe", HttpStatusCode.Conflict)]
    [InlineData("/pause", HttpStatusCode.BadRequest)]
    [InlineData("/enable?plugin=acme.none", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_done_is_refused_with_words(string path, HttpStatusCode expected)
    {
        await using var host = await ShopHost.StartAsync();

        using var answer = await host.PostAsync(path);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains("\"title\":", await TextOf(answer), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_store_nothing_is_held()
    {
        await using var host = await ShopHost.StartAsync(hasStore: false);

        using var answer = await host.PostAsync($"/pause?plugin={BareManifest.Plugin}");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Hooklatch.Sqlite", await TextOf(answer), StringComparison.Ordinal);
        Assert.Empty(AuditRows.Of(host));
    }

    [Fact]
    public async Task A_change_is_noted_before_it_is_made()
    {
        await using var host = await ShopHost.StartAsync(more: services => services.AddSingleton<IInboxOperations>(new BrokenOperations()));

        using var answer = await host.PostAsync("/pause?plugin=acme.shop&endpoint=/queued");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("pause", AuditRows.Of(host).Single().Action);
    }

    private static Task<string> TextOf(HttpResponseMessage answer) =>
        answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static async Task<IReadOnlyList<InboxPause>> PausesAsync(ShopHost host) =>
        await host.Service<IInboxOperations>().GetPausesAsync(TestContext.Current.CancellationToken);
}
