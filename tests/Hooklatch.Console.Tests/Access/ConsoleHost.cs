using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hooklatch.Console.Access;
using Hooklatch.Hosting;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Tests.Access;

/// <summary>A host without plugins that serves its console, and a client that keeps no cookie by itself.</summary>
internal sealed class ConsoleHost : IAsyncDisposable
{
    public const string Reader = "reader-0123456789-abcdefgh";
    public const string Operator = "operator-0123456789-abcdefgh";

    private readonly TestHost _host;
    private readonly TemporaryFolder _folder;
    private readonly bool _ownsFolder;

    private ConsoleHost(TestHost host, TestClock time, TemporaryFolder folder, bool ownsFolder)
    {
        (_host, Time, _folder, _ownsFolder) = (host, time, folder, ownsFolder);
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = host.Http1 };
    }

    /// <summary>Two tokens, one that only reads and one that may do everything.</summary>
    public static (string, string?)[] Tokens { get; } =
    [
        ("Hooklatch:Console:Tokens:reader:Token", Reader),
        ("Hooklatch:Console:Tokens:boss:Token", Operator),
        ("Hooklatch:Console:Tokens:boss:Role", "Operate"),
    ];

    public HttpClient Client { get; }

    public TestClock Time { get; }

    public CapturedLog Log => _host.Log;

    public LiveConfiguration Configuration => _host.Configuration;

    public IServiceProvider Services => _host.App.Services;

    public string? Address => Services.GetRequiredService<IConsoleAddress>().Address;

    /// <summary>The code of a new login link.</summary>
    public string Code => Address!.Split("#login=")[1];

    public string TokenPath => _folder.PathOf("data", "console", "token");

    /// <param name="settings">Settings; two tokens where they are left out.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="folder">What an earlier host left, if one did.</param>
    /// <param name="configure">Adds services.</param>
    /// <param name="add">Sets the console's options.</param>
    /// <param name="use">Maps the console in place of <c>MapHooklatchConsole()</c>.</param>
    /// <param name="time">The clock of an earlier host.</param>
    public static async Task<ConsoleHost> StartAsync(
        (string, string?)[]? settings = null,
        string environment = "Production",
        TemporaryFolder? folder = null,
        Action<WebApplicationBuilder>? configure = null,
        Action<HooklatchConsoleOptions>? add = null,
        Action<WebApplication>? use = null,
        TestClock? time = null
    )
    {
        time ??= new TestClock();
        var own = folder ?? new TemporaryFolder();
        var host = await TestHost.StartAsync(
            new TestHostSetup
            {
                Environment = environment,
                Time = time,
                Settings = [("Hooklatch:DataDirectory", own.PathOf("data")), ("Logging:LogLevel:Default", "Trace"), .. settings ?? Tokens],
                Configure = builder =>
                {
                    builder.Services.AddHooklatch(builder.Configuration).AddConsole(add);
                    configure?.Invoke(builder);
                },
                Use = use ?? (app => AddProbes(app.MapHooklatchConsole())),
            }
        );
        return new ConsoleHost(host, time, own, folder is null);
    }

    /// <summary>Endpoints that ask for each role and say who called.</summary>
    public static void AddProbes(IEndpointConventionBuilder console)
    {
        var api = ((RouteGroupBuilder)console).MapGroup("/api").WithMetadata(ConsolePart.Api);
        foreach (var role in Enum.GetValues<ConsoleRole>())
        {
            api.Map($"/probe/{role}", static http => http.Response.WriteAsync(http.Caller().Name)).WithMetadata(new RequiredRole(role));
        }

        api.MapGet("/probe/broken", static _ => throw new InboxUnavailableException("the disk at /secret/place is full"));
    }

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        string? bearer = null,
        string? cookie = null,
        HttpContent? content = null,
        params (string Name, string? Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        foreach (var (name, value) in headers.Prepend(("Cookie", cookie)).Where(header => header.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> GetAsync(
        string path,
        string? bearer = null,
        string? cookie = null,
        params (string Name, string? Value)[] headers
    ) => SendAsync(HttpMethod.Get, path, bearer, cookie, null, headers);

    public Task<HttpResponseMessage> SignInAsync(
        string? token = null,
        string? code = null,
        string path = "/hooklatch/api/session",
        params (string Name, string? Value)[] headers
    ) =>
        SendAsync(
            HttpMethod.Post,
            path,
            content: JsonContent.Create(new SignIn { Token = token, Code = code }, ManagementJson.Default.SignIn),
            headers: [(CrossSiteCheck.Header, "1"), .. headers]
        );

    /// <summary>Signs in and returns what a browser sends from then on.</summary>
    public async Task<string> CookieAsync(string token = Operator)
    {
        using var answer = await SignInAsync(token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return CookieOf(answer);
    }

    /// <summary>The name and value of the cookie that an answer sets.</summary>
    public static string CookieOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

    public static async Task<Problem> ProblemAsync(HttpResponseMessage answer)
    {
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync(ManagementJson.Default.Problem, TestContext.Current.CancellationToken);
        Assert.Equal((int)answer.StatusCode, problem!.Status);
        return problem;
    }

    public static async Task<SessionView> SessionAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize(text, ManagementJson.Default.SessionView)!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.DisposeAsync();
        if (_ownsFolder)
        {
            _folder.Dispose();
        }
    }
}
