using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Routing;
using Hooklatch.TestKit.Hosting;
using Hooklatch.TestKit.Logging;
using Hooklatch.TestKit.Time;
using Hooklatch.TestKit.Vectors;
using Hooklatch.Verification.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.TestKit.Strangers;

/// <summary>
/// A plugin in a host without a server, whose requests run on the thread that sends them, from routing to the answer. So what one of them costs is
/// what that thread spent, whatever else the process does.
/// </summary>
internal sealed class MeasuredHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RequestDelegate _invoke;
    private readonly LiveConfiguration _configuration = new();
    private readonly CapturedLog _log = new();
    private readonly TestClock _clock = new();
    private readonly string _prefix;
    private readonly string _section;
    private IReadOnlyList<KeyValuePair<string, string>> _settings = [];
    private int _calls;

    private MeasuredHost(PluginManifest plugin, Action<IServiceCollection, IConfiguration> configure)
    {
        _prefix = $"/api/plugin/{plugin.Author}.{plugin.Module}/webhook/";
        _section = $"Plugins:{plugin.Author}.{plugin.Module}:";
        var builder = WebApplication.CreateSlimBuilder();
        ((IConfigurationBuilder)builder.Configuration).Add(_configuration);
        builder.Logging.ClearProviders().AddProvider(_log).SetMinimumLevel(LogLevel.Information);
        builder.Services.AddSingleton<TimeProvider>(_clock);
        builder.Services.AddSingleton<IServer, NoServer>();
        builder.Services.AddSingleton<IKeyFetcher>(new Fetcher(this));
        configure(builder.Services, builder.Configuration);
        builder.Services.AddHooklatch(builder.Configuration, plugin);
        _app = builder.Build();
        var pipeline = new ApplicationBuilder(_app.Services);
        pipeline.UseRouting();
        pipeline.UseEndpoints(endpoints => endpoints.MapHooklatch());
        _invoke = pipeline.Build();
    }

    public static async Task<MeasuredHost> StartAsync(PluginManifest plugin, Action<IServiceCollection, IConfiguration> configure)
    {
        var host = new MeasuredHost(plugin, configure);
        await host._app.StartAsync();
        return host;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The largest body that an endpoint reads, and no more than so much.</summary>
    public int LargestBody(string endpoint, int atMost) =>
        (int)
            Math.Min(
                atMost,
                _app.Services.GetRequiredService<WebhookDataSource>()
                    .Webhooks.Where(webhook => webhook.Webhook.Template == "/" + endpoint)
                    .Max(webhook => webhook.Webhook.MaxBodySize)
            );

    /// <summary>Configures the host as the receiver of a delivery, at the time when it is sent.</summary>
    public void Receive(Vector genuine)
    {
        _clock.AdjustTime(genuine.Now ?? DateTimeOffset.FromUnixTimeSeconds(1_800_000_000));
        IReadOnlyList<KeyValuePair<string, string>> settings =
        [
            .. VectorSettings.Of(genuine),
            .. genuine.Url is { } url
                ? [KeyValuePair.Create($"{_section}PublicUrls:/{genuine.Provider}", url)]
                : Array.Empty<KeyValuePair<string, string>>(),
        ];
        _configuration.Change([
            .. _settings.Select(setting => (setting.Key, (string?)null)),
            .. settings.Select(setting => (setting.Key, (string?)setting.Value)),
        ]);
        _settings = settings;
        // What the host says of a change is no line of a request.
        _app.Services.GetServices<IHostedService>().OfType<KeysReport>().Single().Reporting.GetAwaiter().GetResult();
    }

    /// <summary>Sends a request so often, and says what the cheapest one cost: what is only made once is not counted.</summary>
    public Cost Measure(string endpoint, HostileRequest request, int times)
    {
        Cost? best = null;
        for (var i = 0; i < times; i++)
        {
            var cost = Send(endpoint, request);
            best = best is { } known
                ? known with
                {
                    Allocated = Math.Min(known.Allocated, cost.Allocated),
                    Processor = known.Processor < cost.Processor ? known.Processor : cost.Processor,
                    Calls = Math.Max(known.Calls, cost.Calls),
                    LogLines = Math.Max(known.LogLines, cost.LogLines),
                }
                : cost;
        }

        return best!.Value;
    }

    private Cost Send(string endpoint, HostileRequest request)
    {
        var http = ContextOf(endpoint, request);
        _log.Forget();
        Volatile.Write(ref _calls, 0);
        var (allocated, processor) = (GC.GetAllocatedBytesForCurrentThread(), ThreadTime.Now);
        var sent = _invoke(http);
        if (!sent.IsCompleted)
        {
            sent.GetAwaiter().GetResult();
        }

        (processor, allocated) = (ThreadTime.Now - processor, GC.GetAllocatedBytesForCurrentThread() - allocated);
        return new Cost(http.Response.StatusCode, allocated, processor, _log.Own.Count(), _calls);
    }

    private DefaultHttpContext ContextOf(string endpoint, HostileRequest request)
    {
        var http = new DefaultHttpContext { RequestServices = _app.Services };
        http.Request.Method = request.Method;
        http.Request.Scheme = "https";
        http.Request.Host = new HostString("localhost");
        http.Request.Path = _prefix + endpoint;
        http.Request.QueryString = new QueryString(request.Query);
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = _prefix + endpoint + request.Query;
        foreach (var (name, value) in request.Headers)
        {
            http.Request.Headers.Append(name, value);
        }

        http.Request.ContentLength = request.Body.Length;
        http.Request.Body = new MemoryStream(request.Body, writable: false);
        http.Response.Body = Stream.Null;
        return http;
    }

    private sealed class Fetcher(MeasuredHost host) : IKeyFetcher
    {
        public ValueTask<FetchedKey> FetchAsync(Uri address, CancellationToken cancellation)
        {
            Interlocked.Increment(ref host._calls);
            return new(FetchedKey.Of("{}"u8.ToArray()));
        }
    }

    private sealed class NoServer : IServer
    {
        public IFeatureCollection Features { get; } = new FeatureCollection();

        public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
            where TContext : notnull => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose() { }
    }
}
