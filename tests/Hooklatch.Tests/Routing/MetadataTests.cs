using System.Threading.RateLimiting;
using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Routing;

/// <summary>Attributes on a handler and its class are metadata of its endpoint, and the middleware honours them.</summary>
public sealed class MetadataTests
{
    [Fact]
    public async Task Attributes_of_class_and_method_are_metadata_the_methods_last()
    {
        await using var host = await WebhookHost.StartAsync();
        var metadata = Endpoint(host, "/metadata/all").Metadata;

        var notes = metadata.GetOrderedMetadata<NoteAttribute>();
        Assert.Equal(["base", "class", "\"method\""], notes.Select(note => note.Text));
        Assert.Equal([1, 2], notes[1].Numbers);
        Assert.Equal(typeof(List<string>), notes[2].Type);
        Assert.Equal(["of the class"], metadata.GetRequiredMetadata<ITagsMetadata>().Tags);
        Assert.Equal("A summary.", metadata.GetRequiredMetadata<IEndpointSummaryMetadata>().Summary);
        Assert.Equal("A description.", metadata.GetRequiredMetadata<IEndpointDescriptionMetadata>().Description);
        Assert.NotNull(metadata.GetMetadata<IDisableCorsAttribute>());
        var logging = metadata.GetRequiredMetadata<HttpLoggingAttribute>();
        Assert.Equal(
            (HttpLoggingFields.RequestMethod | HttpLoggingFields.ResponseStatusCode, 7),
            (logging.LoggingFields, logging.RequestBodyLogLimit)
        );
        Assert.Null(metadata.GetMetadata<NotInheritedAttribute>());
        Assert.Null(metadata.GetMetadata<WebhookAttribute>());
        Assert.Null(metadata.GetMetadata<UnverifiedAttribute>());
    }

    [Fact]
    public async Task Conventions_of_the_host_come_after_the_authors_attributes()
    {
        await using var host = await WebhookHost.StartAsync(conventions: webhooks => webhooks.WithTags("of the host"));
        Assert.Equal(["of the host"], Endpoint(host, "/metadata/all").Metadata.GetRequiredMetadata<ITagsMetadata>().Tags);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("admin", 200)]
    [InlineData("guest", 403)]
    public async Task Authorize_is_honoured(string? role, int status)
    {
        await using var host = await WebhookHost.StartAsync(
            builder =>
            {
                builder
                    .Services.AddAuthentication("header")
                    .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, RoleHeader>("header", null);
                builder.Services.AddAuthorization(options => options.AddPolicy("known", policy => policy.RequireAuthenticatedUser()));
            },
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
            }
        );

        (string, string)[] headers = role is null ? [] : [("X-Role", role)];
        await host.GetAsync("/metadata/authorize", headers).IsAsync(status);
        await host.GetAsync("/any").IsAsync(200);
    }

    [Fact]
    public async Task A_rate_limit_is_honoured()
    {
        await using var host = await WebhookHost.StartAsync(
            builder =>
                builder.Services.AddRateLimiter(limiter =>
                    limiter.AddPolicy(
                        "one",
                        _ => RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) })
                    )
                ),
            app => app.UseRateLimiter()
        );

        await host.GetAsync("/metadata/limited").IsAsync(200);
        await host.GetAsync("/metadata/limited").IsAsync(503);
        await host.GetAsync("/any").IsAsync(200);
        await host.GetAsync("/any").IsAsync(200);
    }

    [Fact]
    public async Task Cors_is_honoured()
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddCors(cors => cors.AddPolicy("browser", policy => policy.WithOrigins("https://a.test"))),
            app => app.UseCors()
        );

        var answer = await host.GetAsync("/metadata/cors", ("Origin", "https://a.test"));

        Assert.Equal(["https://a.test"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False((await host.GetAsync("/any", ("Origin", "https://a.test"))).Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_request_timeout_is_honoured()
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddRequestTimeouts(),
            app => app.UseRequestTimeouts()
        );

        await host.GetAsync("/metadata/timed").IsAsync(504);
        Assert.Empty(host.Log.Named("HandlerFailed"));
        Assert.Empty(host.Log.Named("SenderDisconnected"));
    }

    [Fact]
    public async Task What_is_logged_of_a_request_is_honoured()
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddCors().AddHttpLogging(logging => logging.LoggingFields = HttpLoggingFields.RequestPath),
            app => app.UseCors().UseHttpLogging()
        );

        await host.GetAsync("/metadata/all").IsAsync(200);
        await host.GetAsync("/any").IsAsync(200);

        var logged = host.Log.Named("RequestLog").Select(entry => entry.Fields).ToArray();
        Assert.Equal(2, logged.Length);
        Assert.Equal((true, false), (logged[0].ContainsKey("Method"), logged[0].ContainsKey("Path")));
        Assert.Equal((false, true), (logged[1].ContainsKey("Method"), logged[1].ContainsKey("Path")));
    }

    private static RouteEndpoint Endpoint(WebhookHost host, string endpoint) =>
        host
            .App.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Single(candidate => candidate.RoutePattern.RawText == WebhookHost.Prefix + endpoint);
}
