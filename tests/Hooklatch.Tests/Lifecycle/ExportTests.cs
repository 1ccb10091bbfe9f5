using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>One plugin calls another by an interface that it exports.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task An_export_is_built_with_its_services_once_for_a_request()
    {
        await using var host = await WebhookHost.StartAsync();
        await host.GetAsync("/export/own").IsAsync(200, "7 8");
        await host.GetAsync("/export/own").IsAsync(200, "7 8");
    }

    [Fact]
    public async Task A_plugin_calls_another()
    {
        await using var host = await WebhookHost.StartAsync(Add(new Exporter("greeter")));
        await host.GetAsync("/export/required").IsAsync(200, "Hello Ada from tests.greeter");
        await host.GetAsync("/export/optional").IsAsync(200, "Hello Ada from tests.greeter");
    }

    [Fact]
    public async Task A_plugin_that_is_not_served_is_named_and_an_optional_parameter_is_null()
    {
        await using var host = await WebhookHost.StartAsync(
            Add(new Exporter("greeter")),
            settings: ("Plugins:tests.greeter:Enabled", "false")
        );

        await host.GetAsync("/export/required").IsProblemAsync(500, null);
        await host.GetAsync("/export/optional").IsAsync(200, "nobody greets");
        Assert.Contains(
            "The plugin 'tests.greeter', which exports 'Hooklatch.Tests.Lifecycle.IGreeter', is not served at the moment.",
            Assert.Single(host.Log.Named("HandlerFailed")).Rest,
            StringComparison.Ordinal
        );

        host.Configuration.Change(("Plugins:tests.greeter:Enabled", "true"));
        await host.GetAsync("/export/required").IsAsync(200);
    }

    [Fact]
    public async Task Of_two_plugins_that_export_one_interface_the_second_fails_and_says_why()
    {
        await using var host = await WebhookHost.StartAsync(Add(new Exporter("greeter"), new Exporter("other")));

        await host.GetAsync("/export/required").IsAsync(200, "Hello Ada from tests.greeter");
        var other = host.App.Services.GetRequiredService<IPluginRegistry>().Find("tests.other")!;
        Assert.Equal(
            (
                PluginStatus.Failed,
                "'Hooklatch.Tests.Lifecycle.IGreeter' is exported by the plugins 'tests.greeter' and 'tests.other': one of them is left out."
            ),
            (other.Status, other.Error?.Message)
        );
    }

    private static Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder> Add(params Exporter[] exporters) =>
        builder => builder.Services.AddHooklatch(builder.Configuration, exporters);

    private sealed class Exporter(string module) : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => module;

        public override void ConfigureServices(IServiceCollection services, IConfiguration configuration) =>
            services.AddPluginExport<IGreeter>(Key, _ => new Greeter(Key));

        public override void MapWebhooks(WebhookMap map) { }
    }

    private sealed class Greeter(string plugin) : IGreeter
    {
        public string Greet(string name) => $"Hello {name} from {plugin}";
    }
}
