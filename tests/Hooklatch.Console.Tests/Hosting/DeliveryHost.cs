using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hooklatch.Console.Access;
using Hooklatch.Console.Api;
using Hooklatch.Console.Deliveries;
using Hooklatch.Console.Tests.Api;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hooklatch.Console.Tests.Hosting;

/// <summary>A host with the API's areas of deliveries, and a store that the test fills as it likes.</summary>
internal sealed class DeliveryHost : IAsyncDisposable
{
    /// <summary>A plugin that the host does not serve, so that nothing of it runs.</summary>
    public const string Idle = "tests.idle";

    private readonly TestHost _host;
    private readonly TemporaryFolder _folder;

    private DeliveryHost(TestHost host, TemporaryFolder folder, TestClock time)
    {
        (_host, _folder, Time) = (host, folder, time);
        Client = new HttpClient { BaseAddress = new Uri(host.Http1, "/hooklatch/api/") };
    }

    public HttpClient Client { get; }

    public TestClock Time { get; }

    public TestHost Host => _host;

    public IInboxStore Store => _host.App.Services.GetRequiredService<IInboxStore>();

    /// <summary>What was changed, oldest first.</summary>
    public IReadOnlyList<AuditRow> Audit => AuditRows.Of(_host.App.Services);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DeliveryHost> StartAsync(
        StoreKind store = StoreKind.Memory,
        Action<IServiceCollection>? more = null,
        params (string, string?)[] settings
    )
    {
        var folder = new TemporaryFolder();
        var time = new TestClock();
        var host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Time = time,
                Settings = settings,
                Configure = builder =>
                {
                    var hooklatch = builder.Services.AddHooklatch(
                        builder.Configuration,
                        // Its webhooks are queued, and need a store.
                        store is StoreKind.None
                            ? []
                            : [new Hooklatch.Generated.tests.console.Manifest()]
                    );
                    if (store is StoreKind.Memory)
                    {
                        builder.Services.AddSingleton<IInboxStore>(new InMemoryInboxStore());
                        hooklatch.AddInbox();
                    }
                    else if (store is StoreKind.Sqlite)
                    {
                        hooklatch.AddSqliteInbox(options => options.File = folder.PathOf("inbox.db"));
                    }

                    more?.Invoke(builder.Services);
                    ConsoleDeliveries.AddTo(builder.Services);
                },
                Use = Use,
            }
        );
        return new DeliveryHost(host, folder, time);
    }

    /// <summary>Stores a delivery that stays as it is.</summary>
    public async Task<long> AddAsync(InboxItem item, Func<InboxResult>? ends = null)
    {
        var accepted = await Store.AcceptAsync(item, ends is not null, Token);
        if (ends is not null)
        {
            Assert.True(await Store.EndAsync(accepted.Work!, ends() with { StartedAt = Time.GetUtcNow() }, Token));
        }

        return accepted.Id;
    }

    public Task<long> AddAsync(string body, string contentType = "application/json", string endpoint = "/idle") =>
        AddAsync(Item(Encoding.UTF8.GetBytes(body), contentType, endpoint));

    public InboxItem Item(byte[] body, string contentType = "application/json", string endpoint = "/idle") =>
        new()
        {
            Plugin = Idle,
            Endpoint = endpoint,
            ReceivedAt = Time.GetUtcNow(),
            Body = body,
            Details = Details(contentType),
        };

    /// <summary>What is stored beside a body.</summary>
    public static byte[] Details(string contentType, string webhook = "Hooks", string more = "") =>
        Encoding.UTF8.GetBytes(
            $$"""{"webhook":"{{webhook}}","method":"POST","contentType":{{JsonSerializer.Serialize(contentType)}}{{more}}}"""
        );

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        ConsoleRole role = ConsoleRole.Operate,
        string? json = null,
        string caller = "tester"
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Role", role.ToString());
        request.Headers.Add("X-Caller", caller);
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        return await Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    /// <summary>What is answered, as the tool reads it.</summary>
    public async Task<T> GetAsync<T>(string path, ConsoleRole role = ConsoleRole.Operate)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, role);
        return await ReadAsync<T>(answer, HttpStatusCode.OK);
    }

    public async Task<T> PostAsync<T>(string path, string? json = null, HttpStatusCode expects = HttpStatusCode.OK)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, json: json);
        return await ReadAsync<T>(answer, expects);
    }

    /// <summary>Why a request was not answered.</summary>
    public async Task<Problem> RefusedAsync(
        HttpStatusCode expects,
        HttpMethod method,
        string path,
        string? json = null,
        ConsoleRole role = ConsoleRole.Operate
    )
    {
        using var answer = await SendAsync(method, path, role, json);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return await ReadAsync<Problem>(answer, expects);
    }

    public async Task<string> TextAsync(string path, ConsoleRole role = ConsoleRole.Operate)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, role);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage answer, HttpStatusCode expects)
    {
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(
            expects == answer.StatusCode,
            $"{answer.StatusCode}: {text} {string.Join(Environment.NewLine, _host.Log.Entries.Where(entry => entry.Rest.Length > 0).Select(entry => entry.Rest))}"
        );
        return (T)JsonSerializer.Deserialize(text, typeof(T), ManagementJson.Default)!;
    }

    private static void Use(WebApplication app)
    {
        // What the gate of the console does.
        app.Use(
            (http, next) =>
            {
                var role = Enum.TryParse<ConsoleRole>(http.Request.Headers["X-Role"], out var known) ? known : ConsoleRole.Operate;
                var caller = new Caller(http.Request.Headers["X-Caller"].ToString(), role, http.Connection.RemoteIpAddress);
                http.Features.Set(caller);
                if (http.GetEndpoint()?.Metadata.GetMetadata<RequiredRole>() is { } required && !caller.May(required.Role))
                {
                    http.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                }

                return next(http);
            }
        );
        app.MapHooklatch();
        var api = app.MapGroup("/hooklatch/api");
        DeliveriesApi.Map(api);
        RefusalsApi.Map(api);
        LiveApi.Map(api);
        BulkApi.Map(api);
        FeedApi.Map(api);
    }
}
