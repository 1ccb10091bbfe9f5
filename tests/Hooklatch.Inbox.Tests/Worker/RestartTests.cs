using Hooklatch.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>What is left when a host ends, and what the next one makes of it.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task A_host_that_stops_lets_handlers_end()
    {
        var goOn = new TaskCompletionSource();
        await using var host = await QueueHost.StartAsync(does: (_, _) => goOn.Task);
        await host.AcceptedAsync(host.PostAsync("/plain"));
        await host.Script.NextAsync();

        var stopping = host.StopAsync();
        await host.Time.UntilWaitedForAsync(TimeSpan.FromSeconds(20));
        goOn.SetResult();
        await stopping;

        Assert.Equal(InboxState.Done, (await host.Store.NextEndAsync()).Result.State);
    }

    [Fact]
    public async Task What_does_not_end_in_time_runs_again_without_a_try_spent()
    {
        var (store, time) = (new ObservedStore(new InMemoryInboxStore()), new TestClock());
        await using (var host = await QueueHost.StartAsync(store, time, (_, cancellation) => Task.Delay(Timeout.Infinite, cancellation)))
        {
            await host.AcceptedAsync(host.PostAsync("/plain", "kept"));
            await host.Script.NextAsync();
            var stopping = host.StopAsync();
            await time.UntilWaitedForAsync(TimeSpan.FromSeconds(20));
            time.Advance(TimeSpan.FromSeconds(20));
            await stopping;
            Assert.Equal(InboxState.Ready, (await store.NextEndAsync()).Result.State);
        }

        await using var next = await QueueHost.StartAsync(store, time);
        var call = await next.Script.NextAsync();
        Assert.Equal(("kept", 1), (call.Body, call.Attempt));
    }

    [Fact]
    public async Task A_handler_that_ignores_the_end_of_its_host_is_no_suspect()
    {
        var (store, time) = (new ObservedStore(new InMemoryInboxStore()), new TestClock());
        var never = new TaskCompletionSource();
        await using (
            var host = await QueueHost.StartAsync(
                store,
                time,
                (_, _) => never.Task,
                settings: ("Hooklatch:Inbox:CommitTimeout", "00:00:03")
            )
        )
        {
            await host.AcceptedAsync(host.PostAsync("/plain", "kept"));
            await host.AcceptedAsync(host.PostAsync("/plain", "too"));
            await host.Script.NextAsync();
            await host.Script.NextAsync();
            var stopping = host.StopAsync();
            await time.UntilWaitedForAsync(TimeSpan.FromSeconds(20));
            time.Advance(TimeSpan.FromSeconds(20));
            // Handlers are told, and have a while to notice.
            await time.UntilWaitedForAsync(TimeSpan.FromSeconds(2));
            time.Advance(TimeSpan.FromSeconds(2));
            await stopping;
        }

        await using var next = await QueueHost.StartAsync(store, time);
        var (one, other) = (await next.Script.NextAsync(), await next.Script.NextAsync());
        Assert.Equal(["kept", "too"], new[] { one.Body, other.Body }.Order());
        Assert.Equal((1, 1), (one.Attempt, other.Attempt));
        Assert.Empty(next.Log.Named("InboxSuspects"));
        never.SetResult();
    }

    [Fact]
    public async Task What_was_running_when_the_process_died_runs_alone_before_anything_else()
    {
        var (inner, time) = (new InMemoryInboxStore(), new TestClock());
        var never = new TaskCompletionSource();
        // Never disposed of before the next one opens the store: as a process that is killed.
        await using var dead = await QueueHost.StartAsync(new ObservedStore(inner), time, (_, _) => never.Task);
        await dead.AcceptedAsync(dead.PostAsync("/plain", "1"));
        await dead.AcceptedAsync(dead.PostAsync("/plain", "2"));
        await dead.Script.NextAsync();
        await dead.Script.NextAsync();

        var turns = new SemaphoreSlim(0);
        await using var host = await QueueHost.StartAsync(
            new ObservedStore(inner),
            time,
            (_, cancellation) => turns.WaitAsync(cancellation)
        );
        var first = await host.Script.NextAsync();
        Assert.Equal(("1", 2), (first.Body, first.Attempt));
        await host.AcceptedAsync(host.PostAsync("/plain", "new"));
        Assert.True(host.Script.IsQuiet);

        turns.Release();
        Assert.Equal("2", (await host.Script.NextAsync()).Body);
        Assert.True(host.Script.IsQuiet);
        turns.Release();
        Assert.Equal("new", (await host.Script.NextAsync()).Body);
        turns.Release();
        never.SetResult();
    }

    [Fact]
    public async Task A_paused_endpoint_stores_and_does_not_run_also_after_a_restart()
    {
        var (store, time) = (new ObservedStore(new InMemoryInboxStore()), new TestClock());
        await using (var host = await QueueHost.StartAsync(store, time))
        {
            await host.Operations.PauseAsync("tests.queue", "/plain", TestContext.Current.CancellationToken);
            await host.AcceptedAsync(host.PostAsync("/plain", "held"));
            await host.AcceptedAsync(host.PostAsync("/one", "other"));
            Assert.Equal("other", (await host.Script.NextAsync()).Body);
            await host.StopAsync();
        }

        await using var next = await QueueHost.StartAsync(store, time);
        await next.AcceptedAsync(next.PostAsync("/one", "other"));
        Assert.Equal("other", (await next.Script.NextAsync()).Body);
        Assert.True(next.Script.IsQuiet);
        await next.Operations.ResumeAsync("tests.queue", "/plain", TestContext.Current.CancellationToken);
        Assert.Equal(("held", 1), await next.Script.NextAsync() is var call ? (call.Body, call.Attempt) : default);
    }

    [Fact]
    public async Task What_a_disabled_plugin_has_accepted_waits()
    {
        var turns = new SemaphoreSlim(0);
        await using var host = await QueueHost.StartAsync(does: (_, cancellation) => turns.WaitAsync(cancellation));
        await host.AcceptedAsync(host.PostAsync("/one", "1"));
        await host.AcceptedAsync(host.PostAsync("/one", "2"));
        await host.Script.NextAsync();
        var plugins = host.App.Services.GetRequiredService<IPluginRegistry>();

        await plugins.DisableAsync("tests.queue", TestContext.Current.CancellationToken);
        turns.Release();
        await host.Store.NextEndAsync();
        Assert.True(host.Script.IsQuiet);

        await plugins.EnableAsync("tests.queue", TestContext.Current.CancellationToken);
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("2", 1), await host.Script.NextAsync() is var call ? (call.Body, call.Attempt) : default);
        turns.Release();
    }

    [Fact]
    public async Task A_delivery_is_replayed_as_one_of_its_own()
    {
        await using var host = await QueueHost.StartAsync();
        await host.AcceptedAsync(host.PostAsync("/plain?text=t", "body", ("X-Text", "h")));
        var (work, _) = await host.Store.NextEndAsync();
        await host.Script.NextAsync();

        var replay = (await host.Operations.ReplayAsync(work.Id, cancellationToken: TestContext.Current.CancellationToken)).Id;
        var call = await host.Script.NextAsync();

        Assert.Equal(("body", "h", "t", true), (call.Body, call.Header, call.Text, call.IsReplay));
        Assert.NotEqual(work.Id, replay);
        var unneeded = await host.Operations.ReplayAsync(work.Id, onlyIfNotDone: true, TestContext.Current.CancellationToken);
        Assert.Equal((InboxReplayKind.NotNeeded, null), (unneeded.Kind, unneeded.Id));
    }

    [Fact]
    public async Task A_host_with_queued_webhooks_and_no_store_does_not_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(_ => { }));

        Assert.Contains("<PackageReference Include=\"Hooklatch.Sqlite\" />", error.Message, StringComparison.Ordinal);
        Assert.Contains("/api/plugin/tests.queue/webhook/plain", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_two_stores_does_not_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(builder =>
            {
                builder.Services.AddSingleton<IInboxStore>(new InMemoryInboxStore());
                builder.AddSqliteInbox();
            })
        );

        Assert.Contains("memory; SQLite", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DrainTimeout", "00:00:30", "must be less than the host's HostOptions.ShutdownTimeout (00:00:30) by more than 00:00:04")]
    [InlineData("Concurrency", "0", "Hooklatch:Inbox:Concurrency must be a whole number from 1 to 10,000")]
    [InlineData("CommitTimeout", "2", "Hooklatch:Inbox:CommitTimeout must be a time")]
    public async Task A_setting_that_is_not_valid_stops_the_start(string name, string value, string problem)
    {
        var error = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            QueueHost.StartAsync(settings: ($"Hooklatch:Inbox:{name}", value))
        );

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static async Task StartAsync(Action<IHooklatchBuilder> add)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<Plugin.HandlerScript>();
        add(builder.Services.AddHooklatch(builder.Configuration, new Hooklatch.Generated.tests.queue.Manifest()));
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
    }
}
