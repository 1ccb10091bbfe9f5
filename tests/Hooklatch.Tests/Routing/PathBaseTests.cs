using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;

namespace Hooklatch.Tests.Routing;

/// <summary>A path base is no part of a webhook's path, whoever sets it and whether the target has it or a proxy has taken it off.</summary>
public sealed class PathBaseTests
{
    private const string Any = WebhookHost.Prefix + "/any";

    [Theory]
    [InlineData("/base", "/base" + Any, 200)]
    [InlineData("/base", Any, 200)]
    [InlineData("/base", "/BASE" + Any, 200)]
    [InlineData("/base", "/base/x" + Any, 404)]
    [InlineData("/base", "/base/./" + Any, 404)]
    [InlineData("/base", "/base/x/.." + Any, 404)]
    [InlineData("/base", "/x/%2e%2e/base" + Any, 404)]
    [InlineData("/base", "/base/%2e" + Any, 404)]
    [InlineData("/base", "/bas%65" + Any, 404)]
    [InlineData("/base", "/base" + WebhookHost.Prefix + "/ANY", 404)]
    [InlineData("/base", "/base" + WebhookHost.Prefix + "/any/", 404)]
    [InlineData("/base", "/base" + WebhookHost.Prefix + "/%61ny", 404)]
    [InlineData("/base", "/base" + WebhookHost.Prefix + "/x/../any", 404)]
    [InlineData("/base", "/base", 404)]
    [InlineData("/base/deep/", "/base/deep" + Any, 200)]
    [InlineData("/base/deep", Any, 200)]
    [InlineData("/base/deep", "/deep" + Any, 404)]
    [InlineData("/api", "/api" + Any, 200)]
    [InlineData("/api", Any, 404)] // The middleware takes the beginning of the webhook's own path for the base, from every endpoint.
    [InlineData("/api/plugin", "/api/plugin" + Any, 200)]
    [InlineData("/", Any, 200)]
    [InlineData("", Any, 200)]
    [InlineData("/Für uns", "/F%C3%BCr%20uns" + Any, 200)]
    [InlineData("/Für uns", "/f%c3%bcr%20uns" + Any, 200)]
    [InlineData("/Für uns", "/%46%C3%BCr%20uns" + Any, 404)]
    [InlineData("/Für uns", Any, 200)]
    [InlineData("/a+b", "/a%2Bb" + Any, 200)]
    [InlineData("/a%b", "/a%25b" + Any, 200)]
    public async Task The_middleware_takes_a_base_off_the_path(string pathBase, string target, int status)
    {
        await using var host = await WebhookHost.StartAsync(use: app =>
        {
            app.UsePathBase(pathBase);
            app.UseRouting();
        });

        Assert.Equal(status, (await host.SendRawAsync("GET", target)).Status);
    }

    [Theory]
    [InlineData("/", Any, 200)]
    [InlineData("/base", Any, 200)]
    [InlineData("/base/", Any, 200)]
    [InlineData("/base/deep", Any, 200)]
    [InlineData("/api", Any, 200)]
    [InlineData("/api/plugin/tests.runtime/webhook", Any, 200)]
    [InlineData("/F%C3%BCr%20uns", Any, 200)]
    [InlineData("/a%25b", Any, 200)]
    [InlineData("/base", "/x/.." + Any, 404)]
    [InlineData("/base", "/base/.." + Any, 404)]
    [InlineData("/base", "/." + Any, 404)]
    [InlineData("/base", "/" + Any, 404)]
    [InlineData("/base", WebhookHost.Prefix + "/ANY", 404)]
    [InlineData("/base", WebhookHost.Prefix + "/x/../any", 404)]
    [InlineData("/base", "http://localhost" + Any, 200)]
    public async Task A_proxy_names_the_base_that_it_has_taken_off(string prefix, string target, int status)
    {
        await using var host = await WebhookHost.StartAsync(use: app =>
        {
            app.UseForwardedHeaders(Forwarded());
            app.UseRouting();
        });

        Assert.Equal(status, (await host.SendRawAsync("GET", target, ("X-Forwarded-Prefix", prefix))).Status);
    }

    [Theory]
    [InlineData(true, "/outer")]
    [InlineData(true, "/")]
    [InlineData(true, "/behind")]
    [InlineData(false, "/outer")]
    [InlineData(false, "/")]
    [InlineData(false, "/behind/behind")]
    public async Task A_base_of_a_proxy_and_one_of_the_host_go_together(bool isProxyFirst, string prefix)
    {
        await using var host = await WebhookHost.StartAsync(use: app =>
        {
            if (isProxyFirst)
            {
                app.UseForwardedHeaders(Forwarded());
            }

            app.UsePathBase("/behind");
            if (!isProxyFirst)
            {
                app.UseForwardedHeaders(Forwarded());
            }

            app.UseRouting();
        });

        Assert.Equal(200, (await host.SendRawAsync("GET", "/behind" + Any, ("X-Forwarded-Prefix", prefix))).Status);
        Assert.Equal(200, (await host.SendRawAsync("GET", Any, ("X-Forwarded-Prefix", prefix))).Status);
        Assert.Equal(404, (await host.SendRawAsync("GET", "/x/../behind" + Any, ("X-Forwarded-Prefix", prefix))).Status);
    }

    [Fact]
    public async Task Middleware_of_the_host_may_set_any_base()
    {
        await using var host = await WebhookHost.StartAsync(use: app =>
        {
            Microsoft.AspNetCore.Builder.UseExtensions.Use(
                app,
                (http, next) =>
                {
                    http.Request.PathBase = "/set/by/hand";
                    return next(http);
                }
            );
            app.UseRouting();
        });

        Assert.Equal(200, (await host.SendRawAsync("GET", Any)).Status);
        Assert.Equal(404, (await host.SendRawAsync("GET", "/set/by/hand" + Any)).Status);
    }

    [Theory]
    [InlineData("/behind", true)]
    [InlineData("/behind", false)]
    [InlineData("/", false)]
    [InlineData("/F%C3%BCr%20uns", false)]
    public async Task A_signed_URL_is_the_configured_one_whatever_the_base(string prefix, bool isInTarget)
    {
        await using var host = await WebhookHost.StartAsync(
            use: app =>
            {
                app.UseForwardedHeaders(Forwarded());
                app.UsePathBase("/behind");
                app.UseRouting();
            },
            settings: (WebhookHost.Settings + "PublicUrl", "https://hooks.example.com/outside")
        );
        const string Path = WebhookHost.Prefix + "/schemes/url";
        var request = Requests.Create(HttpMethod.Post, (isInTarget ? "/behind" : "") + Path + "?a=b", "{}"u8.ToArray());
        request.Headers.Add("X-Signature", Sign.Sha256Hex($"POST https://hooks.example.com/outside{Path}?a=b {{}}"));
        request.Headers.Add("X-Forwarded-Prefix", prefix);
        request.Headers.Add("X-Forwarded-Host", "other.example");
        request.Headers.Add("X-Forwarded-Proto", "http");

        await host.SendAsync(request).IsAsync(200);
    }

    private static ForwardedHeadersOptions Forwarded() => new() { ForwardedHeaders = ForwardedHeaders.All };
}
