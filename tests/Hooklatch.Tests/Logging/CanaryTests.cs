using System.Collections.Concurrent;
using System.Diagnostics;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Logging;

/// <summary>Secrets, tokens and bodies appear in no log and no trace, however much is logged.</summary>
public sealed class CanaryTests
{
    private const string Canary = "canary-5f2a9c";

    [Fact]
    public async Task Secrets_signatures_and_bodies_are_not_logged_at_Trace()
    {
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (WebhookHost.Settings + "GitHubSecret", Canary),
                (WebhookHost.Settings + "Token", Canary),
                ("Logging:LogLevel:Default", "Warning"),
                ("Logging:LogLevel:Hooklatch", "Trace"),
            ]
        );

        await host.PostSignedAsync($"\"{Canary}\"", Canary).IsAsync(200);
        await host.PostSignedAsync($"\"{Canary}\"", "wrong").IsAsync(403);
        await host.PostSignedAsync(Canary, Canary, "/github/json").IsAsync(400);
        await host.PostAsync("/token/header", Canary, ("X-Token", Canary)).IsAsync(200);
        await host.PostAsync("/token/header", Canary, ("X-Token", Canary + "2")).IsAsync(403);
        await host.PostAsync("/json/typed", $$"""{"orderId":"{{Canary}}"}""", ("X-Random", Canary)).IsAsync(200);
        await host.PostAsync("/binding/header", Canary, ("X-Number", Canary)).IsAsync(400);
        await host.PostAsync("/fails/exception", Canary).IsAsync(500);

        Assert.NotEmpty(host.Log.Named("HandlerFailed"));
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Everything.Contains(Canary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Logging:LogLevel:Default", null)]
    [InlineData("Logging:LogLevel:Default", "Information")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information")]
    [InlineData("Logging:Captured:LogLevel:Default", "Information")]
    [InlineData("Logging:Captured:LogLevel:Microsoft.AspNetCore.Hosting.Diagnostics", "Information")]
    public async Task A_query_token_is_not_logged_whatever_the_host_configures(string path, string? level)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(WebhookHost.Settings + "Token", Canary), (path, level)]);

        await host.GetAsync("/token/query?token=" + Canary).IsAsync(200);
        await host.GetAsync("/token/query?token=wrong" + Canary).IsAsync(403);
        await host.GetAsync("/unknown?token=" + Canary).IsAsync(404);

        Assert.Contains(host.Log.Entries, entry => entry.Level == LogLevel.Information);
        Assert.DoesNotContain(host.Log.Entries, entry => entry.Everything.Contains(Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_token_is_in_no_trace()
    {
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var traced = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                traced.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);

        await using (var host = await WebhookHost.StartAsync(settings: (WebhookHost.Settings + "Token", Canary)))
        {
            await host.GetAsync("/token/query?token=" + Canary).IsAsync(200);
        }

        Assert.Contains(traced, trace => trace.Contains("/token/query", StringComparison.Ordinal));
        Assert.DoesNotContain(traced, trace => trace.Contains(Canary, StringComparison.Ordinal));
    }
}
