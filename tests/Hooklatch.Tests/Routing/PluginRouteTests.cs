using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Routing;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Tests.Routing;

/// <summary>A plugin's own routes: the platform's in everything, served as long as the plugin is, and never in the way of anything else.</summary>
public sealed class PluginRouteTests
{
    private const string Prefix = "/plugins/tests.runtime";

    [Fact]
    public async Task Routes_are_served_below_the_plugins_key_with_parameters_and_services()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.GetPathAsync(Prefix + "/items/7").IsAsync(200, "hello 7");
        await host.GetPathAsync(Prefix + "/items/seven").IsAsync(404);
        await host.PostPathAsync(Prefix + "/items", """{"count":3,"name":"cup"}""").IsAsync(200, """{"count":3,"name":"cup"}""");
        await host.GetPathAsync(Prefix + "/items").IsAsync(405);
    }

    [Fact]
    public async Task Rules_are_checked_where_the_plugin_adds_validation()
    {
        await using var host = await WebhookHost.StartAsync();

        var answer = await host.PostPathAsync(Prefix + "/items", """{"count":10,"name":"too long"}""");

        Assert.Equal(400, (int)answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("between 1 and 9", body, StringComparison.Ordinal);
        Assert.Contains("maximum length of 5", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, 404)]
    [InlineData("503", 503)]
    public async Task A_disabled_plugins_routes_answer_as_its_webhooks_do(string? disabledStatus, int status)
    {
        await using var host = await WebhookHost.StartAsync(
            use: app => app.MapFallback(() => "the page"),
            settings: [("Hooklatch:DisabledStatus", disabledStatus), (WebhookHost.Settings + "Enabled", "false")]
        );

        await host.GetPathAsync(Prefix + "/items/7").IsProblemAsync(status, null);
        await host.GetPathAsync(Prefix + "/closed").IsProblemAsync(status, null);

        host.Configuration.Change((WebhookHost.Settings + "Enabled", "true"));
        await host.GetPathAsync(Prefix + "/items/7").IsAsync(200, "hello 7");
    }

    [Theory]
    [InlineData("mapping", "RoutesNotMapped", "Routes of it could not be mapped.")]
    [InlineData("pattern", "RoutesNotMapped", "Routes of it could not be mapped.")]
    [InlineData("building", "RouteBroken", "The route 'HTTP: GET /plugins/tests.broken/bad/{id}' cannot be built.")]
    [InlineData("binding", "RouteBroken", "The route 'HTTP: GET /plugins/tests.broken/bad/{id} => Bad' cannot be built.")]
    [InlineData("filter", "RouteBroken", "The route 'HTTP: GET /plugins/tests.broken/bad/{id}' cannot be built.")]
    [InlineData("constraint", "RouteBroken", "The route 'HTTP: GET /plugins/tests.broken/bad/{id:unknown}' cannot be built.")]
    [InlineData("nested", "RouteBroken", "The route 'HTTP: GET /plugins/tests.broken/bad/{id}' cannot be built.")]
    [InlineData("source", "RouteBroken", "The route '(unnamed)' cannot be built.")]
    public async Task A_broken_route_leaves_everything_else_working(string what, string reported, string error)
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddHooklatch(builder.Configuration, new BrokenRoutes(what)),
            app => app.MapGet("/own", () => "the host's")
        );

        // Whoever starts the host is told, not only who sends the first request.
        Assert.Equal("tests.broken", Assert.Single(host.Log.Named(reported)).Fields["Plugin"]);
        await host.GetPathAsync("/own").IsAsync(200, "the host's");
        await host.GetAsync("/any").IsAsync(200);
        await host.GetPathAsync(Prefix + "/items/7").IsAsync(200);
        await host.GetPathAsync("/plugins/tests.broken/bad/1").IsAsync(404);
        // What throws while it maps takes its own method's routes along: they may lack what it was about to demand.
        var status = reported == "RoutesNotMapped" ? 404 : 200;
        await host.GetPathAsync("/plugins/tests.broken/before").IsAsync(status);
        await host.GetPathAsync("/plugins/tests.broken/after").IsAsync(status);
        await host.GetPathAsync("/plugins/tests.broken/bad/after").IsAsync(what == "nested" ? 200 : 404);
        await host.GetPathAsync("/plugins/tests.broken/elsewhere").IsAsync(200, "elsewhere");

        var plugin = host.App.Services.GetRequiredService<IPluginRegistry>().Find("tests.broken")!;
        Assert.Equal((PluginStatus.Enabled, null), (plugin.Status, plugin.Error));
        Assert.Equal(error, Assert.Single(plugin.RouteErrors).Message);
        Assert.NotNull(plugin.RouteErrors[0].InnerException);
        Assert.Contains(host.Log.Named("Plugin"), entry => entry.Message.Contains("(some routes are broken)", StringComparison.Ordinal));
        Assert.Single(host.Log.Named(reported));
    }

    [Fact]
    public async Task A_plugin_whose_routes_are_all_built_has_no_errors()
    {
        await using var host = await WebhookHost.StartAsync(builder =>
            builder.Services.AddHooklatch(builder.Configuration, new BrokenRoutes("none"))
        );

        await host.GetPathAsync("/plugins/tests.broken/after").IsAsync(200, "after");
        Assert.Empty(host.App.Services.GetRequiredService<IPluginRegistry>().Find("tests.broken")!.RouteErrors);
    }

    [Fact]
    public async Task Conventions_hold_for_one_plugin_or_for_all_webhooks_and_routes_alike()
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddHooklatch(builder.Configuration, new BrokenRoutes("none")),
            conventions: all =>
            {
                all.WithMetadata("for all");
                ((HooklatchConventionBuilder)all).ForPlugin("tests.runtime").WithMetadata("for one");
            }
        );
        var endpoints = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();

        Assert.Equal(["for all", "for one"], Notes(Prefix + "/closed"));
        Assert.Equal(["for all", "for one"], Notes(WebhookHost.Prefix + "/any"));
        Assert.Equal(["for all"], Notes("/plugins/tests.broken/after"));
        var failure = Assert.Throws<ArgumentException>(() => new HooklatchConventionBuilder([], []).ForPlugin("tests.none"));
        Assert.StartsWith("No plugin of this host has the key 'tests.none'.", failure.Message, StringComparison.Ordinal);

        IEnumerable<string> Notes(string path) =>
            endpoints.Single(endpoint => endpoint.RoutePattern.RawText == path).Metadata.GetOrderedMetadata<string>();
    }

    private sealed class BrokenRoutes(string what) : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => "broken";

        public override void MapWebhooks(WebhookMap map) { }

        public override IReadOnlyList<Action<RouteGroupBuilder>> Routes =>
            [Map, static routes => routes.MapGet("/elsewhere", () => "elsewhere")];

        private void Map(RouteGroupBuilder routes)
        {
            routes.MapGet("/before", () => "before");
            switch (what)
            {
                case "mapping":
                    throw new InvalidOperationException("no routes today");
                case "pattern":
                    routes.MapGet(what.Replace("pattern", "/bad/{", StringComparison.Ordinal), () => "bad");
                    break;
                case "building":
                    ((IEndpointConventionBuilder)routes.MapGet("/bad/{id}", () => "bad")).Add(_ =>
                        throw new InvalidOperationException("odd")
                    );
                    break;
                case "binding":
                    // The platform's own rejection: the body of a GET cannot be inferred.
                    Delegate bad = Bad;
                    RouteHandlerServices.Map(
                        routes,
                        "/bad/{id}",
                        bad,
                        ["GET"],
                        (_, _) => new() { EndpointMetadata = [] },
                        (_, _, _) => throw new NotSupportedException()
                    );
                    break;
                case "filter":
                    routes
                        .MapGet("/bad/{id}", () => "bad")
                        .AddEndpointFilterFactory((_, _) => throw new InvalidOperationException("no filter today"));
                    break;
                case "constraint":
                    routes.MapGet("/bad/{id:unknown}", () => "bad");
                    break;
                case "nested":
                    var nested = routes.MapGroup("/bad");
                    nested.MapGet("/{id}", () => "bad").WithMetadata("odd").Add(_ => throw new InvalidOperationException("odd"));
                    nested.MapGet("/after", () => "after");
                    break;
                case "source":
                    ((IEndpointRouteBuilder)routes).DataSources.Add(new BrokenSource());
                    break;
                default:
                    break;
            }

            routes.MapGet("/after", () => "after");
        }

        private static string Bad() => "bad";
    }

    private sealed class BrokenSource : EndpointDataSource
    {
        public override IReadOnlyList<Endpoint> Endpoints => throw new InvalidOperationException("no endpoints today");

        public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
    }
}
