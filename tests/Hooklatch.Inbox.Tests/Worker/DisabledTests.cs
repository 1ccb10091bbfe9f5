using System.Net;
using Hooklatch.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Inbox.Tests.Worker;

/// <summary>A plugin that a person has disabled, where the host has a store.</summary>
public sealed class DisabledTests
{
    private const string Plugin = "tests.queue";
    private const string Setting = "Plugins:tests.queue:Enabled";

    private readonly InMemoryInboxStore _inner = new();
    private readonly TestClock _time = new();

    [Fact]
    public async Task It_stays_disabled_after_a_restart_and_its_work_waits_without_a_try_spent()
    {
        var store = new ObservedStore(_inner);
        await using (var host = await QueueHost.StartAsync(store, _time))
        {
            await host.Operations.PauseAsync(Plugin, "/plain", Ended);
            await host.AcceptedAsync(host.PostAsync("/plain", "kept"));
            await RegistryOf(host).DisableAsync(Plugin, Ended);
            await host.Operations.ResumeAsync(Plugin, "/plain", Ended);
            Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/plain")).StatusCode);
        }

        await using var next = await QueueHost.StartAsync(store, _time);

        Assert.Equal(HttpStatusCode.NotFound, (await next.PostAsync("/plain")).StatusCode);
        Assert.Equal(PluginStatus.Disabled, RegistryOf(next).Find(Plugin)!.Status);
        Assert.Equal(
            (InboxState.Ready, 0),
            Assert.Single(await next.StoredAsync()) is var stored ? (stored.State, stored.Attempts) : default
        );
        Assert.True(next.Script.IsQuiet);

        Assert.Equal(PluginStatus.Enabled, (await RegistryOf(next).EnableAsync(Plugin, Ended)).Status);
        next.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(("kept", 1), await next.Script.NextAsync() is var call ? (call.Body, call.Attempt) : default);
        await next.AcceptedAsync(next.PostAsync("/plain"));
    }

    [Fact]
    public async Task What_was_enabled_again_is_served_after_a_restart()
    {
        var store = new ObservedStore(_inner);
        await using (var host = await QueueHost.StartAsync(store, _time))
        {
            await RegistryOf(host).DisableAsync(Plugin, Ended);
            await RegistryOf(host).EnableAsync(Plugin, Ended);
        }

        await using var next = await QueueHost.StartAsync(store, _time);
        await next.AcceptedAsync(next.PostAsync("/plain"));
    }

    [Fact]
    public async Task Another_host_of_the_store_follows()
    {
        await using var host = await QueueHost.StartAsync(new ObservedStore(_inner), _time);
        await _inner.SetDisabledAsync(Plugin, true, Ended);

        // Read as pauses are: every two seconds, and when somebody changes one.
        await host.Operations.ResumeAsync(Plugin, "/plain", Ended);
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/plain")).StatusCode);

        await _inner.SetDisabledAsync(Plugin, false, Ended);
        await host.Operations.ResumeAsync(Plugin, "/plain", Ended);
        Assert.Equal(PluginStatus.Enabled, (await RegistryOf(host).EnableAsync(Plugin, Ended)).Status);
    }

    [Fact]
    public async Task A_change_of_the_setting_does_not_enable_what_a_person_has_disabled()
    {
        await using var host = await QueueHost.StartAsync(settings: (Setting, "false"));
        await RegistryOf(host).EnableAsync(Plugin, Ended);
        await RegistryOf(host).DisableAsync(Plugin, Ended);

        host.Configuration.Change([(Setting, "true")]);

        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/plain")).StatusCode);
        await RegistryOf(host).EnableAsync(Plugin, Ended);
        await host.AcceptedAsync(host.PostAsync("/plain"));
    }

    [Fact]
    public async Task It_is_disabled_at_once_while_the_store_cannot_be_used_and_written_down_later()
    {
        await using var host = await QueueHost.StartAsync(new ObservedStore(_inner), _time);
        host.Store.Error = new InboxUnavailableException("gone");

        await Assert.ThrowsAsync<InboxUnavailableException>(() => RegistryOf(host).DisableAsync(Plugin, Ended));

        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/plain")).StatusCode);
        Assert.Empty(await _inner.GetDisabledAsync(Ended));
        host.Store.Error = null;
        host.Time.Advance(TimeSpan.FromSeconds(2));
        await host.Log.FirstAsync("InboxBack");
        Assert.Equal([Plugin], await _inner.GetDisabledAsync(Ended));
        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/plain")).StatusCode);
    }

    [Fact]
    public async Task It_is_not_enabled_before_that_is_written_down()
    {
        await using var host = await QueueHost.StartAsync(new ObservedStore(_inner), _time);
        await RegistryOf(host).DisableAsync(Plugin, Ended);
        host.Store.Error = new InboxUnavailableException("gone");

        await Assert.ThrowsAsync<InboxUnavailableException>(() => RegistryOf(host).EnableAsync(Plugin, Ended));

        Assert.Equal(HttpStatusCode.NotFound, (await host.PostAsync("/plain")).StatusCode);
    }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private static IPluginRegistry RegistryOf(QueueHost host) => host.App.Services.GetRequiredService<IPluginRegistry>();
}
