using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What a plugin's <see cref="IPluginLifecycle"/> is told, when, and what its failures touch.</summary>
public sealed class LifecycleTests
{
    private const string Key = "tests.runtime";

    private readonly LifecycleLog _log = new();

    [Fact]
    public async Task A_plugin_is_initialised_and_enabled_before_the_host_listens_and_ended_after_the_last_request()
    {
        var host = await StartAsync();
        Assert.Equal(["initialise", "enabled"], _log.Calls);

        await host.App.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["initialise", "enabled", "disabled", "shutdown", "dispose"], _log.Calls);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_plugin_that_is_off_is_initialised_when_it_is_first_enabled_and_once()
    {
        await using var host = await StartAsync(settings: (WebhookHost.Settings + "Enabled", "false"));
        Assert.Empty(_log.Calls);
        await host.GetAsync("/any").IsProblemAsync(404, null);

        await Registry(host).EnableAsync(Key, TestContext.Current.CancellationToken);
        await Registry(host).DisableAsync(Key, TestContext.Current.CancellationToken);
        await Registry(host).EnableAsync(Key, TestContext.Current.CancellationToken);
        await Registry(host).EnableAsync(Key, TestContext.Current.CancellationToken);

        Assert.Equal(["initialise", "enabled", "disabled", "enabled"], _log.Calls);
        await host.GetAsync("/any").IsAsync(200);
    }

    [Theory]
    [InlineData("initialise")]
    [InlineData("enabled")]
    public async Task A_plugin_that_fails_to_start_is_reported_and_stops_neither_host_nor_others(string call)
    {
        _log.Within = (current, _) => current == call ? throw new InvalidOperationException("no database") : Task.CompletedTask;
        await using var host = await StartAsync(app => app.MapGet("/other", () => "runs"));

        await host.GetPathAsync("/other").IsAsync(200, "runs");
        await host.GetAsync("/any").IsProblemAsync(404, null);
        var failed = Assert.Single(host.Log.Named("PluginFailed"));
        Assert.Equal((LogLevel.Error, Key), (failed.Level, failed.Fields["Plugin"]));
        Assert.Contains("no database", failed.Rest, StringComparison.Ordinal);
        var info = Registry(host).Find(Key)!;
        Assert.Equal((PluginStatus.Failed, "no database"), (info.Status, info.Error?.Message));
        Assert.Contains(host.Log.Named("Plugin"), entry => entry.Message.Contains(" (failed) at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plugin_that_failed_is_tried_again_when_it_is_enabled_anew()
    {
        var attempts = 0;
        _log.Within = (call, _) =>
            call == "initialise" && attempts++ == 0 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        await using var host = await StartAsync();
        await host.GetAsync("/any").IsProblemAsync(404, null);

        var info = await Registry(host).EnableAsync(Key, TestContext.Current.CancellationToken);

        Assert.Equal((PluginStatus.Enabled, null), (info.Status, info.Error));
        await host.GetAsync("/any").IsAsync(200);
    }

    [Fact]
    public async Task A_plugin_that_never_comes_back_is_given_up()
    {
        var (time, called) = (new FakeTimeProvider(), new TaskCompletionSource());
        _log.Within = (call, _) =>
        {
            called.TrySetResult();
            return call == "initialise" ? new TaskCompletionSource().Task : Task.CompletedTask;
        };
        var starting = StartAsync(time: time);
        await called.Task;
        time.Advance(TimeSpan.FromSeconds(30));

        await using var host = await starting;

        await host.GetAsync("/any").IsProblemAsync(404, null);
        Assert.IsType<TimeoutException>(Registry(host).Find(Key)!.Error);
    }

    [Fact]
    public async Task A_plugin_that_cannot_be_disabled_is_disabled_all_the_same()
    {
        _log.Within = (call, _) => call == "disabled" ? throw new InvalidOperationException("busy") : Task.CompletedTask;
        await using var host = await StartAsync();

        var info = await Registry(host).DisableAsync(Key, TestContext.Current.CancellationToken);

        Assert.Equal(PluginStatus.Disabled, info.Status);
        await host.GetAsync("/any").IsProblemAsync(404, null);
        Assert.Single(host.Log.Named("PluginFailed"));
    }

    [Fact]
    public async Task Calls_never_overlap_and_end_at_what_was_wanted_last()
    {
        var (running, most) = (0, 0);
        _log.Within = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            await Task.Yield();
            Interlocked.Decrement(ref running);
        };
        await using var host = await StartAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(i =>
                    Task.Run(() =>
                        i % 2 == 0
                            ? Registry(host).DisableAsync(Key, TestContext.Current.CancellationToken)
                            : Registry(host).EnableAsync(Key, TestContext.Current.CancellationToken)
                    )
                )
        );
        var last = await Registry(host).EnableAsync(Key, TestContext.Current.CancellationToken);

        Assert.Equal((1, PluginStatus.Enabled), (most, last.Status));
        await host.GetAsync("/any").IsAsync(200);
        var switches = _log.Calls.Skip(1).ToArray();
        Assert.Equal(Enumerable.Range(0, switches.Length).Select(i => i % 2 == 0 ? "enabled" : "disabled"), switches);
    }

    private static IPluginRegistry Registry(WebhookHost host) => host.App.Services.GetRequiredService<IPluginRegistry>();

    private Task<WebhookHost> StartAsync(
        Action<WebApplication>? use = null,
        FakeTimeProvider? time = null,
        params (string Path, string? Value)[] settings
    ) =>
        WebhookHost.StartAsync(
            builder =>
            {
                builder.Services.AddSingleton(_log);
                if (time is not null)
                {
                    builder.Services.AddSingleton<TimeProvider>(time);
                }
            },
            use,
            settings: settings
        );
}
