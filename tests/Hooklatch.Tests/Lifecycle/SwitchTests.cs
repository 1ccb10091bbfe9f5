using Hooklatch.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>A plugin is switched off and on while the host runs, by its setting and by <see cref="IPluginRegistry"/>.</summary>
public sealed class SwitchTests
{
    private const string Key = "tests.runtime";
    private const string Setting = WebhookHost.Settings + "Enabled";

    [Theory]
    [InlineData(null, 404)]
    [InlineData("503", 503)]
    public async Task A_disabled_plugin_answers_as_configured_from_the_next_request_on(string? disabledStatus, int status)
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Hooklatch:DisabledStatus", disabledStatus));
        await host.GetAsync("/any").IsAsync(200);

        host.Configuration.Change((Setting, "false"));
        await host.GetAsync("/any").IsProblemAsync(status, null);
        await host.GetAsync("/unknown").IsProblemAsync(status, null);
        await host.SendAsync(HttpMethod.Put, "/resource").IsProblemAsync(status, null);
        await host.PostSignedAsync("{}").IsProblemAsync(status, null);

        host.Configuration.Change((Setting, "true"));
        await host.GetAsync("/any").IsAsync(200);
        await host.GetAsync("/unknown").IsProblemAsync(404, null);
    }

    [Theory]
    [InlineData("Plugins:tests.runtime:Enabled")]
    [InlineData("Plugins:tests:runtime:Enabled")]
    public async Task Either_section_switches_the_plugin(string setting)
    {
        await using var host = await WebhookHost.StartAsync(settings: (setting, "False"));
        await host.GetAsync("/any").IsProblemAsync(404, null);

        host.Configuration.Change((setting, null));
        await host.GetAsync("/any").IsAsync(200);
    }

    [Fact]
    public async Task What_cannot_be_read_is_off()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Setting, "maybe"));

        await host.GetAsync("/any").IsProblemAsync(404, null);
        var unreadable = Assert.Single(host.Log.Named("PluginSwitchUnreadable"));
        Assert.Equal(
            "Plugin tests.runtime is disabled: the setting Plugins:tests.runtime:Enabled is neither true nor false.",
            unreadable.Message
        );
    }

    [Fact]
    public async Task What_was_switched_at_run_time_counts_until_the_setting_changes()
    {
        await using var host = await WebhookHost.StartAsync();
        var registry = host.App.Services.GetRequiredService<IPluginRegistry>();

        Assert.Equal(PluginStatus.Disabled, (await registry.DisableAsync(Key, TestContext.Current.CancellationToken)).Status);
        await host.GetAsync("/any").IsProblemAsync(404, null);

        host.Configuration.Change((Setting, "true"), (WebhookHost.Settings + "Greeting", "changed"));
        await host.GetAsync("/any").IsProblemAsync(404, null);

        host.Configuration.Change((Setting, "false"));
        host.Configuration.Change((Setting, "true"));
        await host.GetAsync("/any").IsAsync(200);
    }

    [Fact]
    public async Task The_registry_tells_of_every_plugin()
    {
        await using var host = await WebhookHost.StartAsync();
        var registry = host.App.Services.GetRequiredService<IPluginRegistry>();

        var plugin = Assert.Single(registry.Plugins);

        Assert.Equal(
            new PluginInfo(Key, "Runtime tests", "One endpoint for each thing that a test asks.", PluginStatus.Enabled, null),
            plugin
        );
        Assert.Equal(plugin, registry.Find(Key));
        Assert.Null(registry.Find("Tests.Runtime"));
        var failure = await Assert.ThrowsAsync<ArgumentException>(() =>
            registry.EnableAsync("tests.other", TestContext.Current.CancellationToken)
        );
        Assert.StartsWith("No plugin of this host has the key 'tests.other'.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_running_is_finished()
    {
        var (running, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await WebhookHost.StartAsync(conventions: webhooks =>
            webhooks.AddEndpointFilter(
                async (context, next) =>
                {
                    running.TrySetResult();
                    await go.Task;
                    return await next(context);
                }
            )
        );
        var request = host.GetAsync("/any");
        await running.Task;

        host.Configuration.Change((Setting, "false"));
        await host.GetAsync("/any").IsProblemAsync(404, null);
        go.SetResult();

        await request.IsAsync(200, "GET");
    }
}
