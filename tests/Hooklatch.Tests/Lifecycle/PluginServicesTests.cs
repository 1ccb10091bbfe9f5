using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What a plugin registers, and what it has for itself.</summary>
public sealed class PluginServicesTests
{
    [Fact]
    public async Task A_plugins_services_are_registered_with_the_hosts_configuration_at_hand()
    {
        await using var host = await WebhookHost.StartAsync(settings: ("Seen", "by the plugin"));
        await host.GetAsync("/own/log").IsAsync(200, "by the plugin");
    }

    [Fact]
    public async Task A_plugin_logs_under_its_key()
    {
        await using var host = await WebhookHost.StartAsync();

        await host.GetAsync("/own/log").IsAsync(200);

        Assert.Equal("tests.runtime", Assert.Single(host.Log.Entries, entry => entry.Message == "said by the plugin").Category);
    }

    [Fact]
    public async Task A_plugin_whose_services_cannot_be_registered_fails_alone_and_leaves_nothing_behind()
    {
        await using var host = await WebhookHost.StartAsync(builder =>
            builder.Services.AddHooklatch(builder.Configuration, new ThrowingPlugin())
        );

        await host.GetAsync("/any").IsAsync(200);
        await host.GetPathAsync("/api/plugin/tests.throwing/webhook/any").IsProblemAsync(404, null);
        var plugin = host.App.Services.GetRequiredService<IPluginRegistry>().Find("tests.throwing")!;
        Assert.Equal((PluginStatus.Failed, ThrowingPlugin.Reason), (plugin.Status, plugin.Error?.Message));
        Assert.Null(host.App.Services.GetService<ThrowingPlugin>());
        var again = await host
            .App.Services.GetRequiredService<IPluginRegistry>()
            .EnableAsync("tests.throwing", TestContext.Current.CancellationToken);
        Assert.Equal(PluginStatus.Failed, again.Status);
    }

    private sealed class ThrowingPlugin : PluginManifest
    {
        public const string Reason = "no licence";

        public override string Author => "tests";

        public override string Module => "throwing";

        public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddSingleton(this);
            throw new InvalidOperationException(Reason);
        }

        public override void MapWebhooks(WebhookMap map) { }
    }
}
