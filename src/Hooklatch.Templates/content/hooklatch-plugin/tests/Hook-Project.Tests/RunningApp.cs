using Hook_Project.Host;
using Microsoft.AspNetCore.Builder;

namespace Hook_Project.Tests;

/// <summary>The host on a free port, with a secret of the tests.</summary>
public sealed class RunningApp : IAsyncLifetime
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLw==";

    private readonly WebApplication _app = App.Build([
        "--urls",
        "http://127.0.0.1:0",
        "--Plugins:hook_author.hook_module:WebhookSecret=" + Secret,
    ]);

    public HttpClient Client { get; } = new();

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Client.BaseAddress = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
