using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.TestKit.Hosting;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Routing;

/// <summary>How webhooks stand in a host beside other routes and other plugins, and what a wrong call says.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task A_fallback_route_never_answers_for_an_unknown_webhook()
    {
        await using var host = await WebhookHost.StartAsync(use: app =>
        {
            app.MapFallback(() => "the page");
            app.Map("/{**path}", () => "the page");
        });

        await host.GetPathAsync("/somewhere").IsAsync(200, "the page");
        await host.GetAsync("/unknown").IsProblemAsync(404, null);
        await host.GetAsync("/ANY").IsProblemAsync(404, null);
        await host.SendAsync(HttpMethod.Put, "/resource").IsProblemAsync(405, "Method Not Allowed");
        await host.GetPathAsync("/api/plugin/tests.unknown/webhook/any").IsProblemAsync(404, null);
    }

    [Theory]
    [InlineData(null, 404)]
    [InlineData("404", 404)]
    [InlineData("503", 503)]
    public async Task A_plugin_that_cannot_be_built_is_disabled_and_the_others_run(string? disabledStatus, int status)
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddSingleton<PluginManifest>(new BrokenPlugin()),
            settings: ("Hooklatch:DisabledStatus", disabledStatus)
        );

        await host.GetAsync("/any").IsAsync(200);
        await host.GetPathAsync("/api/plugin/tests.broken/webhook/any").IsProblemAsync(status, null);
        await host.GetPathAsync("/api/plugin/tests.other/webhook/any").IsProblemAsync(404, null);
        var disabled = Assert.Single(host.Log.Named("PluginDisabled"));
        Assert.Equal((LogLevel.Error, "tests.broken"), (disabled.Level, disabled.Fields["Plugin"]));
        Assert.Contains(BrokenPlugin.Reason, disabled.Rest, StringComparison.Ordinal);
        Assert.Contains(host.Log.Named("Plugin"), entry => entry.Message == "Plugin tests.broken: tests.broken, 0 webhook(s) (failed)");
    }

    [Fact]
    public async Task Mapping_without_adding_says_what_is_missing()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        var failure = Assert.Throws<InvalidOperationException>(() => app.MapHooklatch());

        Assert.Equal("Call builder.AddHooklatch() before app.MapHooklatch().", failure.Message);
    }

    [Fact]
    public async Task Mapping_twice_is_rejected()
    {
        await using var app = Build();
        app.MapHooklatch();

        Assert.Equal("MapHooklatch() was called twice.", Assert.Throws<InvalidOperationException>(() => app.MapHooklatch()).Message);
    }

    [Fact]
    public async Task Mapping_twice_is_rejected_also_through_a_group()
    {
        await using var app = Build();
        app.MapHooklatch();

        Assert.Throws<InvalidOperationException>(() => app.MapGroup("").MapHooklatch());
    }

    [Fact]
    public async Task Mapping_on_a_group_with_a_prefix_says_what_to_do_instead()
    {
        await using var app = Build();
        app.MapGroup("/prefix").MapHooklatch();

        var endpoints = ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.Single();

        var failure = Assert.Throws<NotSupportedException>(() => endpoints.Endpoints);
        Assert.Contains("app.UsePathBase(…)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_webhooks_are_on_a_group_with_a_prefix_does_not_start()
    {
        await using var app = Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGroup("/prefix").MapHooklatch();

        var failure = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));
        Assert.Contains("app.UsePathBase(…)", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_serves_no_webhook_although_it_has_some_says_so()
    {
        await using var host = await TestHost.StartAsync(new TestHostSetup { Configure = builder => builder.AddHooklatch() });

        Assert.Contains("Call app.MapHooklatch()", Assert.Single(host.Log.Named("NothingMapped")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_without_a_prefix_passes_its_conventions_on()
    {
        await using var app = Build();
        app.MapGroup("").RequireHost("hooks.example.com").MapHooklatch();

        // As the routing does for the first request.
        _ = ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.Single().Endpoints;
        var endpoints = app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;

        Assert.Contains(
            endpoints,
            endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Routing.IHostMetadata>() is { Hosts: ["hooks.example.com"] }
        );
    }

    [Fact]
    public async Task Adding_twice_is_adding_once()
    {
        await using var host = await WebhookHost.StartAsync(builder => builder.AddHooklatch());

        await host.GetAsync("/any").IsAsync(200);
        Assert.Single(host.Log.Named("Plugin"));
    }

    [Fact]
    public void Two_plugins_cannot_claim_one_key()
    {
        var builder = WebApplication.CreateSlimBuilder();

        var failure = Assert.Throws<InvalidOperationException>(() =>
            builder.Services.AddHooklatch(builder.Configuration, new BrokenPlugin(), new Claimant())
        );

        Assert.Equal(
            "Two plugins claim the key 'TESTS.Broken'. Keys are compared ignoring case: rename one or drop a reference.",
            failure.Message
        );
    }

    internal static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.AddHooklatch();
        return builder.Build();
    }

    /// <summary>A plugin one of whose webhooks cannot be constructed.</summary>
    private sealed class BrokenPlugin : PluginManifest
    {
        public const string Reason = "a type initialiser failed";

        public override string Author => "tests";

        public override string Module => "broken";

        public override void MapWebhooks(WebhookMap map) => throw new InvalidOperationException(Reason);
    }

    /// <summary>Another plugin of the same key, save its case.</summary>
    private sealed class Claimant : PluginManifest
    {
        public override string Author => "TESTS";

        public override string Module => "Broken";

        public override void MapWebhooks(WebhookMap map) { }
    }
}
