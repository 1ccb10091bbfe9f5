using System.Net;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Inbox.Jobs;
using Hooklatch.Inbox.Tests.Plugin;
using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>A host whose plugin is this assembly, with a store that a test holds in its hands.</summary>
internal sealed class QueueHost : IAsyncDisposable
{
    private const string Secret = "It's a Secret to Everybody";

    private readonly TestHost _host;
    private readonly HttpClient _client;

    private QueueHost(TestHost host, ObservedStore store, TestClock time)
    {
        (_host, Store, Time) = (host, store, time);
        _client = new HttpClient { BaseAddress = host.Http1 };
    }

    public ObservedStore Store { get; }

    public TestClock Time { get; }

    public CapturedLog Log => _host.Log;

    public LiveConfiguration Configuration => _host.Configuration;

    public WebApplication App => _host.App;

    public HandlerScript Script => _host.App.Services.GetRequiredService<HandlerScript>();

    public JobScript Jobs => _host.App.Services.GetRequiredService<JobScript>();

    public Scheduler Schedules => _host.App.Services.GetServices<IHostedService>().OfType<Scheduler>().Single();

    /// <summary>Starts jobs, as a handler of the plugin does.</summary>
    public IJobs Enqueue => _host.App.Services.GetRequiredKeyedService<IJobs>("tests.queue");

    public IInboxOperations Operations => _host.App.Services.GetRequiredService<IInboxOperations>();

    /// <param name="store">The store of an earlier host, which goes on with it.</param>
    /// <param name="time">The clock of an earlier host.</param>
    /// <param name="does">What handlers do.</param>
    /// <param name="more">Adds services of the host's own.</param>
    /// <param name="settings">Settings.</param>
    public static async Task<QueueHost> StartAsync(
        ObservedStore? store = null,
        TestClock? time = null,
        Func<QueuedCall, CancellationToken, Task>? does = null,
        Action<IServiceCollection>? more = null,
        params (string, string?)[] settings
    )
    {
        store ??= new ObservedStore(new InMemoryInboxStore());
        time ??= new TestClock();
        var host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Time = time,
                Settings = [("Plugins:tests.queue:Secret", Secret), .. settings],
                Configure = builder =>
                {
                    builder.Services.AddSingleton(new HandlerScript { Does = does ?? ((_, _) => Task.CompletedTask) });
                    builder.Services.AddSingleton<JobScript>();
                    builder.Services.AddHealthChecks();
                    builder.Services.AddSingleton<IInboxStore>(store);
                    builder.Services.AddHooklatch(builder.Configuration, new Hooklatch.Generated.tests.queue.Manifest()).AddInbox();
                    more?.Invoke(builder.Services);
                },
                Use = app => app.MapHooklatch(),
            }
        );
        return new QueueHost(host, store, time);
    }

    public Task<HttpResponseMessage> PostAsync(string endpoint, string body = "{}", params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, endpoint, body, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string endpoint,
        string body,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, $"/api/plugin/tests.queue/webhook{endpoint}");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A delivery as GitHub signs it.</summary>
    public Task<HttpResponseMessage> PostGitHubAsync(string name, string id, string body = "{}", string endpoint = "/github") =>
        PostAsync(
            endpoint,
            body,
            ("X-GitHub-Event", name),
            ("X-GitHub-Delivery", id),
            (
                "X-Hub-Signature-256",
                $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(body)))}"
            )
        );

    /// <summary>A delivery that is signed by an HMAC of its body in <c>X-Sign</c>.</summary>
    public Task<HttpResponseMessage> PostSignedAsync(string endpoint, string id) =>
        PostAsync(
            endpoint,
            "{}",
            ("X-Id", id),
            ("X-Sign", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "{}"u8)))
        );

    public async Task AcceptedAsync(Task<HttpResponseMessage> sending) => Assert.Equal(HttpStatusCode.Accepted, (await sending).StatusCode);

    /// <summary>Everything that the store knows, oldest first.</summary>
    public async Task<IReadOnlyList<InboxSummary>> StoredAsync() =>
        [.. (await Operations.SearchAsync(new InboxQuery(), TestContext.Current.CancellationToken)).Deliveries.Reverse()];

    /// <summary>Stops as on SIGTERM.</summary>
    public Task StopAsync() => _host.App.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }
}
