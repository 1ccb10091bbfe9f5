using System.Text;
using Hooklatch.Deliveries;
using Hooklatch.Hosting;
using Hooklatch.Tests.Plugin;
using Hooklatch.Tests.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Hosting;

/// <summary>A host as a user writes it, on a real Kestrel: <c>AddHooklatch()</c>, <c>MapHooklatch()</c>, and this assembly as the plugin.</summary>
internal sealed class WebhookHost : IAsyncDisposable
{
    public const string Prefix = "/api/plugin/tests.runtime/webhook";
    public const string Settings = "Plugins:tests.runtime:";
    public const string Secret = "It's a Secret to Everybody";
    public const string Token = "a token";

    private readonly TestHost _host;
    private readonly RequestEnds _ends;

    private WebhookHost(TestHost host, TestClock time, RequestEnds ends)
    {
        _host = host;
        _ends = ends;
        Time = time;
        Deliveries = App.Services.GetRequiredService<HandledDeliveries>();
        Tenants = App.Services.GetRequiredService<Tenants>();
        Script = App.Services.GetRequiredService<HandlerScript>();
        Ends = (RecordedEnds)App.Services.GetRequiredService<IDeliveryObserver>();
        Client = new HttpClient(
            new SocketsHttpHandler { AllowAutoRedirect = false, RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }
        )
        {
            BaseAddress = host.Http1,
        };
    }

    public WebApplication App => _host.App;

    public LiveConfiguration Configuration => _host.Configuration;

    public TestClock Time { get; }

    public CapturedLog Log => _host.Log;

    public HandledDeliveries Deliveries { get; }

    public Tenants Tenants { get; }

    public HandlerScript Script { get; }

    public RecordedEnds Ends { get; }

    public HttpClient Client { get; }

    public static async Task<WebhookHost> StartAsync(
        Action<WebApplicationBuilder>? configure = null,
        Action<WebApplication>? use = null,
        Action<IEndpointConventionBuilder>? conventions = null,
        string environment = "Production",
        params (string Path, string? Value)[] settings
    )
    {
        var (time, ends) = (new TestClock(), new RequestEnds());
        var host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Environment = environment,
                Time = time,
                Settings = [.. Secrets, .. EachEndpoint, .. settings],
                Configure = builder =>
                {
                    builder.Services.AddSingleton<IDeliveryObserver, RecordedEnds>();
                    configure?.Invoke(builder);
                    builder.AddHooklatch();
                },
                Use = app =>
                {
                    ends.Watch(app);
                    use?.Invoke(app);
                    var webhooks = app.MapHooklatch();
                    conventions?.Invoke(webhooks);
                },
            }
        );
        return new WebhookHost(host, time, ends);
    }

    /// <summary>Sends to an endpoint of this assembly's plugin, with a body that says it is JSON where there is one.</summary>
    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string endpoint,
        string? body = null,
        params (string Name, string Value)[] headers
    ) => SendAsync(Requests.Create(method, Prefix + endpoint, body is null ? null : Encoding.UTF8.GetBytes(body), headers));

    /// <summary>The answer, once the host is done with the request.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var response = await Client.SendAsync(request);
        await _ends.WaitAsync(response);
        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string endpoint, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, endpoint, null, headers);

    /// <summary>Gets a path of the host outside this assembly's plugin.</summary>
    public Task<HttpResponseMessage> GetPathAsync(string path) => SendAsync(Requests.Create(HttpMethod.Get, path, null));

    /// <summary>Posts JSON to a path of the host outside this assembly's plugin's webhooks.</summary>
    public Task<HttpResponseMessage> PostPathAsync(string path, string json) =>
        SendAsync(Requests.Create(HttpMethod.Post, path, Encoding.UTF8.GetBytes(json)));

    public Task<HttpResponseMessage> PostAsync(string endpoint, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, endpoint, body, headers);

    /// <summary>Posts what GitHub would send, signed with a secret.</summary>
    public Task<HttpResponseMessage> PostSignedAsync(string body, string secret = Secret, string endpoint = "/github") =>
        PostAsync(endpoint, body, ("X-Hub-Signature-256", Sign.GitHub(body, secret)));

    /// <summary>Sends a request whose target and headers stand on the wire exactly as given.</summary>
    public Task<RawAnswer> SendRawAsync(string method, string target, params (string Name, string Value)[] headers) =>
        RawHttp.ExchangeAsync(
            _host.Http1,
            RawRequest.Utf8(RawRequest.Of(method, target, "", [.. headers.Select(header => $"{header.Name}: {header.Value}")]))
        );

    public Task<RawAnswer> PostRawAsync(string endpoint, params (string Name, string Value)[] headers) =>
        SendRawAsync("POST", Prefix + endpoint, headers);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>So that the reports at the start name each endpoint, which are too many for what they say otherwise.</summary>
    private static (string Path, string? Value)[] EachEndpoint =>
        [
            ($"Logging:LogLevel:{typeof(StartupReport).FullName}", nameof(LogLevel.Debug)),
            ($"Logging:LogLevel:{typeof(KeysReport).FullName}", nameof(LogLevel.Debug)),
        ];

    /// <summary>So that no endpoint of the plugin lacks one, unless a test says otherwise.</summary>
    private static (string Path, string? Value)[] Secrets =>
        [
            (Settings + nameof(TestConfig.GitHubSecret), Secret),
            (Settings + nameof(TestConfig.Token), Token),
            (Settings + nameof(TestConfig.RotatingSecrets), Secret),
            (Settings + nameof(GateConfig.Keys), Secret),
            (Settings + nameof(GateConfig.EncodedKeys), "00112233445566778899aabbccddeeff"),
            (Settings + nameof(GateConfig.InstalledSecret), Secret),
            (Settings + nameof(GateConfig.VerifyToken), Secret),
            (Settings + nameof(GateConfig.PublicKeys), TestPublicKeys.All),
            (Settings + "PublicUrl", "https://hooks.example.com"),
        ];
}
