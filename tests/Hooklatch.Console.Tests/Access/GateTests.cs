using Hooklatch.Console.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Access;

/// <summary>What every endpoint of the console has, and what every answer carries.</summary>
public sealed class GateTests
{
    [Theory]
    [InlineData("/hooklatch/", false)]
    [InlineData("/hooklatch/nothing.js", false)]
    [InlineData("/hooklatch/api/session", true)]
    [InlineData("/hooklatch/api/nothing", true)]
    public async Task Every_answer_says_what_a_browser_must_not_do(string path, bool isApi)
    {
        await using var host = await ConsoleHost.StartAsync();

        foreach (var token in new[] { null, ConsoleHost.Reader })
        {
            using var answer = await host.GetAsync(path, token);

            string Header(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
            Assert.Equal(
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
                Header("Content-Security-Policy")
            );
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Resource-Policy"));
            Assert.Equal(isApi, Header("Cache-Control") == "no-store");
            Assert.Equal("", Header("Access-Control-Allow-Origin"));
        }
    }

    [Fact]
    public async Task Every_endpoint_is_behind_the_gate_and_only_the_sign_in_is_open()
    {
        await using var host = await ConsoleHost.StartAsync();
        var endpoints = host
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/hooklatch/api", StringComparison.Ordinal))
            .ToArray();

        Assert.True(endpoints.Length >= 7);
        foreach (var endpoint in endpoints)
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{**rest}", "any", StringComparison.Ordinal);
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                using var answer = await host.SendAsync(new HttpMethod(method), path, headers: (CrossSiteCheck.Header, "1"));

                var isOpen = endpoint.Metadata.GetMetadata<OpenToAll>() is not null;
                Assert.Equal(isOpen, answer.StatusCode is not HttpStatusCode.Unauthorized);
                Assert.Equal(isOpen, path == "/hooklatch/api/session" && method == "POST");
            }
        }
    }

    [Fact]
    public async Task What_is_not_there_is_told_to_callers_only()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync("/hooklatch/api/nothing", ConsoleHost.Reader);
        using var method = await host.SendAsync(HttpMethod.Put, "/hooklatch/api/session", ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("The API has no such call.", (await ConsoleHost.ProblemAsync(answer)).Title);
        Assert.Equal(HttpStatusCode.NotFound, method.StatusCode);
    }

    [Fact]
    public async Task A_store_that_cannot_be_used_is_503_without_what_it_met()
    {
        await using var host = await ConsoleHost.StartAsync();

        using var answer = await host.GetAsync("/hooklatch/api/probe/broken", ConsoleHost.Reader);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("The store cannot be used now.", (await ConsoleHost.ProblemAsync(answer)).Title);
        Assert.DoesNotContain(
            "secret",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Conventions_count_for_the_page_and_the_API()
    {
        await using var host = await ConsoleHost.StartAsync(use: app => app.MapHooklatchConsole().RequireHost("console.localhost"));

        foreach (var path in new[] { "/hooklatch/", "/hooklatch/api/session" })
        {
            using var elsewhere = await host.GetAsync(path, ConsoleHost.Reader);
            using var there = await host.GetAsync(path, ConsoleHost.Reader, headers: ("Host", "console.localhost"));

            Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
            Assert.Equal(HttpStatusCode.OK, there.StatusCode);
        }
    }

    [Fact]
    public async Task The_API_can_be_mapped_without_the_page()
    {
        await using var host = await ConsoleHost.StartAsync(use: app => app.MapHooklatchManagement("/ops"));

        using var page = await host.GetAsync("/ops/");

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        await ConsoleHost.SessionAsync(await host.GetAsync("/ops/api/session", ConsoleHost.Reader));
        Assert.Null(host.Address);
    }
}
