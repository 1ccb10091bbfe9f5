using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Hooklatch.Console.Access;
using Hooklatch.Console.Api;
using Hooklatch.Console.Overview;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Hooklatch.Management;
using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestResult = Hooklatch.Management.TestResult;

namespace Hooklatch.Console.Tests.Plugin;

/// <summary>A host whose plugin is this assembly, with the areas of the API around plugins and webhooks, and a caller of a role that a test chooses.</summary>
internal sealed class ShopHost : IAsyncDisposable
{
    public const string Plugin = "acme.shop";
    public const string GitHubSecret = "canary-github-0123456789";
    public const string StripeSecret = "whsec_canary-stripe-0123456789";
    public const string Token = "canary-token-0123456789";

    private readonly TestHost _host;
    private readonly HttpClient _client;
    private readonly string _api;

    private ShopHost(TestHost host, TestClock time, string api)
    {
        (_host, Time, _api) = (host, time, api);
        _client = new HttpClient { BaseAddress = host.Http1 };
    }

    public TestClock Time { get; }

    public CapturedLog Log => _host.Log;

    public WebApplication App => _host.App;

    public LiveConfiguration Configuration => _host.Configuration;

    public ShopCalls Calls => Service<ShopCalls>();

    /// <summary>The role of who calls.</summary>
    public ConsoleRole Role { get; set; } = ConsoleRole.Operate;

    public IReadOnlyList<Endpoint> Api =>
        [.. ((IEndpointRouteBuilder)App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    /// <param name="environment">The environment.</param>
    /// <param name="hasStore">Whether it has a store; without one its plugin is <see cref="BareManifest"/>.</param>
    /// <param name="more">Adds services.</param>
    /// <param name="settings">Settings.</param>
    public static async Task<ShopHost> StartAsync(
        string environment = "Production",
        bool hasStore = true,
        Action<IServiceCollection>? more = null,
        params (string, string?)[] settings
    )
    {
        const string Api = "/hooklatch/api";
        var time = new TestClock();
        ShopHost? shop = null;
        var host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Time = time,
                Environment = environment,
                Settings =
                [
                    ("Plugins:acme.shop:GitHubSecrets:0", GitHubSecret),
                    ("Plugins:acme.shop:GitHubSecrets:1", GitHubSecret + "-old"),
                    ("Plugins:acme.shop:StripeSecret", StripeSecret),
                    ("Plugins:acme.shop:Token", Token),
                    .. settings,
                ],
                Configure = builder =>
                {
                    builder.Services.AddSingleton<ShopCalls>();
                    var hooklatch = builder.Services.AddHooklatch(
                        builder.Configuration,
                        hasStore ? (PluginManifest)new Hooklatch.Generated.acme.shop.Manifest() : new BareManifest()
                    );
                    if (hasStore)
                    {
                        builder.Services.AddSingleton<IInboxStore, InMemoryInboxStore>();
                        hooklatch.AddInbox();
                    }

                    builder.Services.AddOverview();
                    more?.Invoke(builder.Services);
                },
                Use = app =>
                {
                    app.Use(
                        (http, next) =>
                        {
                            http.Features.Set(new Caller("tester", shop?.Role ?? ConsoleRole.Operate, IPAddress.Loopback));
                            return next(http);
                        }
                    );
                    app.MapHooklatch();
                    var api = app.MapGroup(Api);
                    OverviewApi.Map(api);
                    PluginsApi.Map(api);
                    ConfigurationApi.Map(api);
                    TestApi.Map(api);
                },
            }
        );
        return shop = new ShopHost(host, time, Api);
    }

    public T Service<T>()
        where T : notnull => App.Services.GetRequiredService<T>();

    public async Task<string> GetTextAsync(string path) =>
        await (await _client.GetAsync(_api + path, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(await GetTextAsync(path), type)!;

    public async Task<WebhookView> WebhookAsync(string endpoint)
    {
        var overview = await GetAsync("/overview", ManagementJson.Default.Overview);
        return overview.Plugins.Single().Webhooks.Single(webhook => webhook.Endpoint == endpoint);
    }

    public Task<HttpResponseMessage> PostAsync(string path, string? body = null) =>
        _client.PostAsync(
            _api + path,
            body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken
        );

    /// <summary>Sends a delivery to a webhook.</summary>
    public async Task<HttpStatusCode> DeliverAsync(string endpoint, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/plugin/{Plugin}/webhook{endpoint}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    public async Task<(HttpStatusCode Status, TestResult Result)> TestAsync(TestRequest request)
    {
        using var answer = await PostAsync("/test", JsonSerializer.Serialize(request, ManagementJson.Default.TestRequest));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, JsonSerializer.Deserialize(Relaxed(text), ManagementJson.Default.TestResult)!);
    }

    public Task<(HttpStatusCode Status, TestResult Result)> TestAsync(string endpoint, string? name = null, bool runs = false) =>
        TestAsync(
            new TestRequest
            {
                Plugin = Plugin,
                Endpoint = endpoint,
                Event = name,
                RunsHandler = runs,
                IsConfirmed = runs,
            }
        );

    /// <summary>A problem as a result, whose message is its title.</summary>
    private static string Relaxed(string json) => json.Replace("\"title\":", "\"message\":", StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }
}
