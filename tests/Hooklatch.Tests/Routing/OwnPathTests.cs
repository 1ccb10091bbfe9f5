using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Routing;

/// <summary>URLs that a provider knows already: a path of the host's choice, and another prefix for all.</summary>
public sealed class OwnPathTests
{
    private const string Body = """{"a":1}""";
    private const string Paths = WebhookHost.Settings + "Paths:";

    [Fact]
    public async Task An_endpoint_has_a_path_of_the_hosts_choice_besides_its_own()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Paths + "/github", "/hooks/GitHub"));

        await PostAsync(host, "/hooks/GitHub").IsAsync(200);
        await host.PostSignedAsync(Body).IsAsync(200);
        await host.PostPathAsync("/hooks/GitHub", Body).IsProblemAsync(400, "Missing signature");
        foreach (var other in new[] { "/hooks/github", "/hooks/GitHub/", "/hooks/%47itHub", "/x/../hooks/GitHub", "/hooks/GitHub/x" })
        {
            Assert.Equal(404, (await host.SendRawAsync("POST", other)).Status);
        }
    }

    [Fact]
    public async Task It_may_have_several_and_keeps_its_methods_and_parameters()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(Paths + "/resource:0", "/one"), (Paths + "/resource:1", "/two"), (Paths + "/hooks/{tenant}", "/t/{tenant}/in")]
        );

        Assert.Equal(405, (await host.SendRawAsync("PUT", "/one")).Status);
        Assert.Equal(405, (await host.SendRawAsync("PUT", "/two")).Status);
        await host.PostPathAsync("/t/acme/in", Body).IsProblemAsync(400, "Missing signature");
    }

    /// <summary>A provider signs the URL that it calls.</summary>
    [Fact]
    public async Task The_signed_url_is_the_one_that_was_called()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Paths + "/schemes/url", "/old/url"));
        var request = Requests("/old/url?x=1", ("X-Signature", Sign.Sha256Hex($"POST https://hooks.example.com/old/url?x=1 {Body}")));
        var forged = Requests(
            "/old/url?x=1",
            ("X-Signature", Sign.Sha256Hex($"POST https://hooks.example.com{WebhookHost.Prefix}/schemes/url?x=1 {Body}"))
        );

        await host.SendAsync(request).IsAsync(200);
        await host.SendAsync(forged).IsAsync(403);
    }

    [Fact]
    public async Task Reports_and_listings_name_it()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Paths + "/github", "/hooks/github"));

        Assert.Contains(
            host.Log.Named("Webhook"),
            line => line.Message.EndsWith("/hooks/github - HMAC-SHA256 in X-Hub-Signature-256 - ready", StringComparison.Ordinal)
        );
        var listed = host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToArray();
        Assert.Single(
            listed,
            endpoint =>
                endpoint.RoutePattern.RawText == "/hooks/github" && endpoint.Metadata.GetMetadata<Endpoints.WebhookEndpoint>() is not null
        );
        string[] names =
        [
            .. listed.Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName).OfType<string>(),
        ];
        Assert.Distinct(names);
        Assert.Empty(host.Log.Named("UnknownKeys"));
    }

    [Fact]
    public async Task Another_prefix_stands_for_the_usual_one()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:Prefix", "/hooks"));

        await PostAsync(host, "/hooks/tests.runtime/webhook/github").IsAsync(200);
        await PostAsync(host, WebhookHost.Prefix + "/github").IsAsync(404);
        await host.PostPathAsync("/hooks/tests.runtime/webhook/unknown", Body).IsProblemAsync(404, null);
        Assert.Equal(404, (await host.SendRawAsync("POST", "/Hooks/tests.runtime/webhook/github")).Status);
        Assert.Contains(
            host.Log.Named("Webhook"),
            line => line.Message.Contains("/hooks/tests.runtime/webhook/github - ", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("api")]
    [InlineData("/")]
    [InlineData("/api/")]
    [InlineData("/a//b")]
    [InlineData("/{a}")]
    [InlineData("/a/../b")]
    [InlineData("/a?b")]
    [InlineData("/plugins")]
    public async Task A_prefix_that_is_none_stops_the_host(string prefix)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => WebhookHost.StartAsync(settings: ("Hooklatch:Prefix", prefix)));

        Assert.Contains("Hooklatch:Prefix must be a path", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/github", "hooks/github", "is no path")]
    [InlineData("/github", "//hooks", "is no path")]
    [InlineData("/github", "/", "is no path")]
    [InlineData("/github", "/hooks?x=1", "is no path")]
    [InlineData("/github", "/hooks/*", "is no path")]
    [InlineData("/github", "/hooks/ä", "is no path")]
    [InlineData("/github", "https://a.example/hooks", "is no path")]
    [InlineData("/github", "/hooks/../x", "a segment '.' or '..'")]
    [InlineData("/github", "/hooks/{id}", "each parameter of the endpoint once")]
    [InlineData("/hooks/{tenant}", "/t", "each parameter of the endpoint once")]
    [InlineData("/hooks/{tenant}", "/t/{name}", "each parameter of the endpoint once")]
    [InlineData("/hooks/{tenant}", "/t/{tenant}/{tenant}", "each parameter of the endpoint once")]
    [InlineData("/hooks/{tenant}", "/t/x{tenant}", "a segment of its own")]
    [InlineData("/github", "/api/plugin/other.one/webhook/x", "belongs to the webhooks of the plugins")]
    [InlineData("/github", "/API/plugin", "belongs to the webhooks of the plugins")]
    [InlineData("/github", "/plugins/other.one/x", "belongs to the routes of the plugins")]
    public async Task A_path_that_cannot_be_used_stops_the_host(string endpoint, string path, string why)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => WebhookHost.StartAsync(settings: (Paths + endpoint, path)));

        Assert.Contains($"Plugins:tests.runtime:Paths:{endpoint} is '{path}'", error.Message, StringComparison.Ordinal);
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/github", "/hooks/a", "/token/header", "/hooks/a")]
    [InlineData("/hooks/{tenant}", "/t/{tenant}", "/schemes/url/{tenant}", "/t/{tenant}")]
    public async Task Two_endpoints_cannot_have_one_path(string one, string path, string other, string same)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() =>
            WebhookHost.StartAsync(settings: [(Paths + one, path), (Paths + other, same)])
        );

        Assert.Contains($"Plugins:tests.runtime:Paths:{one}", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Plugins:tests.runtime:Paths:{other}", error.Message, StringComparison.Ordinal);
        Assert.Contains("are the same path", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The framework takes both for one route; the exact path tells them apart.</summary>
    [Fact]
    public async Task Paths_that_differ_in_case_or_a_slash_are_two()
    {
        await using var host = await WebhookHost.StartAsync(
            settings: [(Paths + "/github", "/hooks/a"), (Paths + "/any", "/hooks/A"), (Paths + "/github/json", "/hooks/a/")]
        );

        await PostAsync(host, "/hooks/a").IsAsync(200);
        await PostAsync(host, "/hooks/a/").IsAsync(200);
        await host.PostPathAsync("/hooks/A", Body).IsAsync(200);
        await host.PostPathAsync("/hooks/a", Body).IsAsync(400);
    }

    [Fact]
    public async Task A_plugin_that_is_not_served_has_none_either()
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (Paths + "/github", "/hooks/github"),
                (WebhookHost.Settings + "Enabled", "false"),
                ("Hooklatch:DisabledStatus", "503"),
            ]
        );

        await PostAsync(host, "/hooks/github").IsAsync(503);
    }

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, string path) =>
        host.SendAsync(Requests(path, ("X-Hub-Signature-256", Sign.GitHub(Body))));

    private static HttpRequestMessage Requests(string path, params (string, string)[] headers) =>
        Hosting.Requests.Create(HttpMethod.Post, path, System.Text.Encoding.UTF8.GetBytes(Body), headers);
}
