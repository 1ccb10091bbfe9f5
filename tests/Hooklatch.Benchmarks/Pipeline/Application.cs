using Hooklatch.Benchmarks.Hosts;
using Hooklatch.Benchmarks.Oracle;
using Hooklatch.Benchmarks.Uploads;
using Hooklatch.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Benchmarks.Pipeline;

/// <summary>Everything that is compared, in one application without a server: routing, then whatever answers.</summary>
internal sealed class Application
{
    public const string Prefix = "/api/plugin/bench.inprocess/webhook";

    private Application(IServiceProvider services, RequestDelegate invoke) => (Services, Invoke) = (services, invoke);

    public IServiceProvider Services { get; }

    public RequestDelegate Invoke { get; }

    public static Application Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([
            .. Senders.Configuration("Plugins:bench.inprocess"),
            .. ForgedRequest.Configuration("Plugins:bench.inprocess"),
            new("Hooklatch:MaxDuplicateEntries", $"{RepeatedRequest.Ids / 2}"),
        ]);
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower;
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, MinimalJson.Default);
        });
        // Not builder.AddHooklatch(): that would link the providers, too, which are measured on their own.
        builder.Services.AddHooklatch(builder.Configuration, new Generated.bench.inprocess.Manifest());
        var app = builder.Build();

        var raw = new RawHandlers(SignedUpload.Secret);
        var verifier = new VerifyingMiddleware(SignedUpload.Secret);
        var pipeline = new ApplicationBuilder(app.Services);
        pipeline.Use(next =>
        {
            // Only the minimal API is wrapped.
            RequestDelegate verified = http => verifier.InvokeAsync(http, next);
            return http => http.Request.Path == "/push" ? verified(http) : next(http);
        });
        pipeline.UseRouting();
        pipeline.UseEndpoints(endpoints =>
        {
            endpoints.MapHooklatch();
            endpoints.MapMinimal();
            endpoints.Map("/raw", (RequestDelegate)raw.PushAsync);
            endpoints.Map("/naive", (RequestDelegate)NaiveHandler.PushAsync);
        });
        var application = new Application(app.Services, pipeline.Build());
        // Only what has started is served.
        app.StartAsync().GetAwaiter().GetResult();
        return application;
    }

    /// <summary>Requests are handed to the application as they are.</summary>
    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
