using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>
/// A thousand changes under a constant load: each request is answered as the configuration of its moment says, and nothing is left behind.
/// </summary>
[Collection(nameof(LoadTests))]
[CollectionDefinition(nameof(LoadTests), DisableParallelization = true)]
public sealed class LoadTests
{
    private const int Changes = 1000;
    private const int Senders = 4;

    /// <summary>A connection more or less of everyone who sends, at both of its ends; what leaks does so with every change.</summary>
    private const int OpenAtTheMoment = 4 * (Senders + 1);

    private const string Other = "another secret";
    private const string Setting = WebhookHost.Settings;

    [Fact]
    public async Task Disable_enable_reconfigure_and_rotate_a_thousand_times_under_load()
    {
        await using var host = await WebhookHost.StartAsync();
        await ChangeUnderLoadAsync(host, Changes / 10);
        var before = Footprint.Take();

        var answered = await ChangeUnderLoadAsync(host, Changes);

        var after = Footprint.Take();
        Assert.True(answered > Changes, $"{answered} requests");
        Assert.True(after.Heap - before.Heap < 1024 * 1024, $"The heap grew from {before.Heap:N0} to {after.Heap:N0} bytes.");
        Assert.True(after.Timers <= before.Timers, $"{before.Timers} timers became {after.Timers}.");
        Assert.True(after.Handles - before.Handles <= OpenAtTheMoment, $"{before.Handles} handles became {after.Handles}.");
        AssertRegisteredOnce(host);
    }

    /// <summary>Who had registered for changes with every change would hear of one a thousand times.</summary>
    private static void AssertRegisteredOnce(WebhookHost host)
    {
        host.Configuration.Change((Setting + "Level", "10"));
        Assert.Single(host.Log.Named("ConfigurationRejected"));
        host.Configuration.Change((Setting + "Level", null), (Setting + "Enabled", "false"));
        Assert.Single(host.Log.Named("PluginSwitched"));
    }

    /// <summary>Has several senders at work while the settings change. What keeps everything, such as the log, is emptied.</summary>
    private static async Task<int> ChangeUnderLoadAsync(WebhookHost host, int changes)
    {
        using var done = new CancellationTokenSource();
        var senders = Enumerable.Range(0, Senders).Select(i => Task.Run(() => SendAsync(host, i, done.Token))).ToArray();
        for (var i = 0; i < changes; i++)
        {
            await ChangeAsync(host, i);
        }

        await done.CancelAsync();
        var answered = (await Task.WhenAll(senders)).Sum();
        Assert.Empty(host.Log.Named("HandlerFailed"));
        Assert.Empty(host.Log.Named("PluginFailed"));
        host.Deliveries.Forget();
        host.Ends.All.Clear();
        host.Log.Forget();
        return answered;
    }

    /// <summary>One change, and one request whose answer it decides.</summary>
    private static async Task ChangeAsync(WebhookHost host, int i)
    {
        switch (i % 4)
        {
            case 0:
                host.Configuration.Change((Setting + "Enabled", "false"));
                await host.GetAsync("/any").IsProblemAsync(404, null);
                host.Configuration.Change((Setting + "Enabled", null));
                await host.GetAsync("/any").IsAsync(200);
                break;
            case 1:
                var registry = host.App.Services.GetRequiredService<IPluginRegistry>();
                await registry.DisableAsync("tests.runtime", TestContext.Current.CancellationToken);
                await host.GetAsync("/any").IsProblemAsync(404, null);
                await registry.EnableAsync("tests.runtime", TestContext.Current.CancellationToken);
                await host.GetAsync("/any").IsAsync(200);
                break;
            case 2:
                host.Configuration.Change((Setting + "Greeting", $"greeting {i}"));
                Assert.StartsWith(
                    $"greeting {i} ",
                    await (await host.GetAsync("/config")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                    StringComparison.Ordinal
                );
                break;
            default:
                var (now, gone) = i % 8 == 3 ? (Other, WebhookHost.Secret) : (WebhookHost.Secret, Other);
                host.Configuration.Change((Setting + nameof(TestConfig.GitHubSecret), now));
                await host.PostSignedAsync("{}", now).IsAsync(200);
                await host.PostSignedAsync("{}", gone).IsProblemAsync(403, "Invalid signature");
                break;
        }
    }

    /// <summary>Sends without pause. What may be answered depends on the moment; nothing else may.</summary>
    private static async Task<int> SendAsync(WebhookHost host, int sender, CancellationToken done)
    {
        var answered = 0;
        while (!done.IsCancellationRequested)
        {
            using var response = sender % 2 == 0 ? await host.GetAsync("/any") : await host.PostSignedAsync("{}");
            var status = (int)response.StatusCode;
            Assert.True(status is 200 or 404 || (status is 403 && sender % 2 == 1), $"Sender {sender} was answered {status}.");
            answered++;
        }

        return answered;
    }
}
