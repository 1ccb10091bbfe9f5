using System.Security.Claims;
using System.Threading.RateLimiting;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hooklatch.Tests.Routing;

/// <summary>A webhook is an endpoint like any other: what a host asks of endpoints, it may ask of webhooks.</summary>
public sealed class ConventionTests
{
    [Fact]
    public async Task RequireHost_applies()
    {
        await using var wrong = await WebhookHost.StartAsync(conventions: webhooks => webhooks.RequireHost("hooks.example.com"));
        await using var right = await WebhookHost.StartAsync(conventions: webhooks => webhooks.RequireHost("127.0.0.1"));

        Assert.Equal(404, (int)(await wrong.GetAsync("/any")).StatusCode);
        await right.GetAsync("/any").IsAsync(200);
    }

    [Fact]
    public async Task RequireAuthorization_applies()
    {
        await using var host = await WebhookHost.StartAsync(
            builder =>
            {
                builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, UserHeader>("test", null);
                builder.Services.AddAuthorization();
            },
            app => app.UseAuthentication().UseAuthorization(),
            webhooks => webhooks.RequireAuthorization()
        );

        await host.GetAsync("/any").IsAsync(401);
        await host.GetAsync("/any", ("X-User", "someone")).IsAsync(200);
    }

    [Fact]
    public async Task RequireRateLimiting_applies()
    {
        await using var host = await WebhookHost.StartAsync(
            builder =>
                builder.Services.AddRateLimiter(limiter =>
                    limiter.AddPolicy(
                        "one",
                        _ => RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) })
                    )
                ),
            app => app.UseRateLimiter(),
            webhooks => webhooks.RequireRateLimiting("one")
        );

        await host.GetAsync("/any").IsAsync(200);
        await host.GetAsync("/any").IsAsync(503);
    }

    [Fact]
    public async Task Endpoint_filters_stand_around_the_whole_delivery()
    {
        var seen = new List<string>();
        await using var host = await WebhookHost.StartAsync(conventions: webhooks =>
            webhooks.AddEndpointFilter(
                async (context, next) =>
                {
                    seen.Add($"before {context.HttpContext.Request.Path.Value?.Split('/')[^1]}");
                    var result = await next(context);
                    seen.Add($"after {context.HttpContext.Response.StatusCode}");
                    return result;
                }
            )
        );

        await host.GetAsync("/any").IsAsync(200, "GET");
        await host.GetAsync("/github").IsProblemAsync(400, "Missing signature");

        Assert.Equal(["before any", "after 200", "before github", "after 400"], seen);
    }

    [Fact]
    public async Task An_endpoint_filter_may_answer_itself()
    {
        await using var host = await WebhookHost.StartAsync(conventions: webhooks =>
            webhooks
                .AddEndpointFilter((_, _) => ValueTask.FromResult<object?>(Results.Text("closed", statusCode: 418)))
                .AddEndpointFilter((_, _) => throw new InvalidOperationException("The inner filter runs only if the outer one lets it."))
        );

        await host.PostSignedAsync("{}").IsAsync(418, "closed");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task Each_endpoint_tells_its_methods_name_and_path()
    {
        await using var host = await WebhookHost.StartAsync(conventions: webhooks => webhooks.WithMetadata("of the host"));

        var endpoint = Endpoints(host).Single(candidate => candidate.DisplayName!.StartsWith("DELETE", StringComparison.Ordinal));

        Assert.Equal(
            "DELETE /api/plugin/tests.runtime/webhook/resource => Hooklatch.Tests.Routing.RouteHooks.Delete",
            endpoint.DisplayName
        );
        Assert.Equal("/api/plugin/tests.runtime/webhook/resource", endpoint.RoutePattern.RawText);
        Assert.Equal(["DELETE"], endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods);
        Assert.Equal("of the host", endpoint.Metadata.GetMetadata<string>());
    }

    [Fact]
    public async Task Endpoint_names_are_unique_and_lead_to_their_path()
    {
        await using var host = await WebhookHost.StartAsync();
        var links = host.App.Services.GetRequiredService<LinkGenerator>();

        var names = Endpoints(host)
            .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName)
            .OfType<string>()
            .ToArray();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.Equal("/api/plugin/tests.runtime/webhook/CASE", links.GetPathByName("ANY tests.runtime/CASE", values: null));
    }

    [Fact]
    public async Task An_endpoint_is_built_for_its_first_request()
    {
        var built = new List<string?>();
        await using var host = await WebhookHost.StartAsync(conventions: webhooks =>
            webhooks.Add(builder => built.Add(builder.DisplayName))
        );
        Assert.DoesNotContain(built, IsWebhook);

        await host.GetAsync("/any").IsAsync(200);
        await host.GetAsync("/any").IsAsync(200);

        Assert.Equal("ANY /api/plugin/tests.runtime/webhook/any => Hooklatch.Tests.Routing.RouteHooks.Any", built.Single(IsWebhook));

        static bool IsWebhook(string? name) => name?.Contains(WebhookHost.Prefix, StringComparison.Ordinal) is true;
    }

    [Fact]
    public async Task What_a_host_demands_after_it_has_looked_at_its_endpoints_is_demanded()
    {
        WebApplication app = null!;
        await using var host = await WebhookHost.StartAsync(
            use: built => app = built,
            conventions: webhooks =>
            {
                Assert.NotEmpty(Endpoints(app));
                webhooks.RequireHost("hooks.example.com");
            }
        );

        await host.GetAsync("/any").IsAsync(404);
    }

    [Theory]
    [InlineData("hooks.example.com", 404)]
    [InlineData("127.0.0.1", 200)]
    public async Task What_a_group_demands_is_demanded_although_the_host_has_looked_at_its_endpoints(string name, int status)
    {
        await using var app = MappingTests.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGroup("").RequireHost(name).MapHooklatch();
        Assert.NotEmpty(Endpoints(app));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal(status, (int)(await client.GetAsync(WebhookHost.Prefix + "/any", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_a_group_demands_after_the_host_has_looked_at_its_endpoints_is_demanded()
    {
        await using var app = MappingTests.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var group = app.MapGroup("");
        group.MapHooklatch();
        Assert.NotEmpty(((IEndpointRouteBuilder)app).DataSources.Single().Endpoints);
        Assert.NotEmpty(Endpoints(app));
        group.RequireHost("hooks.example.com");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        Assert.Equal(404, (int)(await client.GetAsync(WebhookHost.Prefix + "/any", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_a_group_demands_is_demanded_although_somebody_looks_at_a_part_of_it()
    {
        await using var app = MappingTests.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var outer = app.MapGroup("").RequireHost("hooks.example.com");
        outer.MapGroup("").MapHooklatch();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Assert.Equal(404, (int)(await client.GetAsync(WebhookHost.Prefix + "/any", TestContext.Current.CancellationToken)).StatusCode);

        Assert.NotEmpty(((IEndpointRouteBuilder)outer).DataSources.SelectMany(source => source.Endpoints));

        Assert.Equal(404, (int)(await client.GetAsync(WebhookHost.Prefix + "/any", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static IEnumerable<RouteEndpoint> Endpoints(WebhookHost host) => Endpoints(host.App);

    private static IEnumerable<RouteEndpoint> Endpoints(WebApplication app) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private sealed class UserHeader(
        IOptionsMonitor<AuthenticationSchemeOptions> options,
        ILoggerFactory logger,
        System.Text.Encodings.Web.UrlEncoder encoder
    ) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["X-User"] is not [{ } name])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme.Name));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name)));
        }
    }
}
