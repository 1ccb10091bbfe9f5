using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Tests.Configuration;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Pipeline;
using Hooklatch.Tests.Plugin;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What a plugin's generated code will ask the container for is checked when the host starts.</summary>
public sealed class ServiceCheckTests
{
    [Fact]
    public async Task A_host_does_not_start_and_names_all_that_is_missing_with_the_line_to_add()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(builder =>
            {
                builder.AddHooklatch();
                builder.Services.RemoveAll<IWaitingRoom>();
                builder.Services.RemoveAll<HandledDeliveries>();
                builder.Services.RemoveAllKeyed<string>("blue");
                builder.Services.RemoveAll<LifecycleLog>();
            })
        );

        string[] lines = [.. failure.Message.Split(Environment.NewLine).Select(line => line.Trim())];
        Assert.Contains(
            "tests.runtime: Hooklatch.Tests.Pipeline.IWaitingRoom is needed by Hooklatch.Tests.Pipeline.FailingHooks.Waits. Add builder.Services.AddScoped<Hooklatch.Tests.Pipeline.IWaitingRoom, …>();",
            lines
        );
        Assert.Contains(
            "tests.runtime: System.String with the key \"blue\" is needed by Hooklatch.Tests.Binding.BindingHooks.Services. Add builder.Services.AddKeyedScoped<System.String>(\"blue\");",
            lines
        );
        Assert.Contains(
            "tests.runtime: Hooklatch.Tests.Lifecycle.LifecycleLog is needed by Hooklatch.Tests.Lifecycle.TestLifecycle. Add builder.Services.AddScoped<Hooklatch.Tests.Lifecycle.LifecycleLog>();",
            lines
        );
        Assert.Contains(
            lines,
            line => line.EndsWith(" Add builder.Services.AddScoped<Hooklatch.Tests.Plugin.HandledDeliveries>();", StringComparison.Ordinal)
        );
        Assert.Contains("Hooklatch:Startup = Lenient", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_code_of_a_plugin_runs_in_a_host_that_does_not_start()
    {
        var log = new LifecycleLog();

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            StartAsync(builder =>
            {
                builder.Services.AddSingleton(log);
                builder.AddHooklatch();
                builder.Services.RemoveAll<IWaitingRoom>();
            })
        );

        Assert.Empty(log.Calls);
    }

    [Fact]
    public async Task A_lenient_host_starts_without_the_plugin_that_misses_something()
    {
        await using var host = await WebhookHost.StartAsync(
            builder => builder.Services.AddHooklatch(builder.Configuration, new Needy(services => services.Add<IAbsent>("Needy.On"))),
            settings: ("Hooklatch:Startup", "Lenient")
        );

        await host.GetAsync("/any").IsAsync(200);
        var registry = host.App.Services.GetRequiredService<IPluginRegistry>();
        var plugin = registry.Find("tests.needy")!;
        Assert.Equal(PluginStatus.Failed, plugin.Status);
        Assert.Contains(
            "Hooklatch.Tests.Lifecycle.ServiceCheckTests.IAbsent is needed by Needy.On",
            plugin.Error!.Message,
            StringComparison.Ordinal
        );
        var entry = Assert.Single(host.Log.Named("ServicesMissing"));
        Assert.Equal((LogLevel.Error, "tests.needy"), (entry.Level, entry.Fields["Plugin"]));
        Assert.Contains(
            "Add builder.Services.AddScoped<Hooklatch.Tests.Lifecycle.ServiceCheckTests.IAbsent, …>();",
            entry.Message,
            StringComparison.Ordinal
        );
        var again = await registry.EnableAsync("tests.needy", TestContext.Current.CancellationToken);
        Assert.Equal(PluginStatus.Failed, again.Status);
    }

    [Fact]
    public async Task A_plugin_that_is_switched_off_is_checked_too()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            WebhookHost.StartAsync(
                builder => builder.Services.AddHooklatch(builder.Configuration, new Needy(services => services.Add<IAbsent>("Needy.On"))),
                settings: ("Plugins:tests.needy:Enabled", "false")
            )
        );
    }

    [Fact]
    public async Task What_a_plugin_registered_that_failed_stops_nobody_else()
    {
        await using var host = await WebhookHost.StartAsync(builder =>
            builder.Services.AddHooklatch(builder.Configuration, new Needy(services => services.Add<IAbsent>("Needy.On")), new Throwing())
        );

        Assert.Equal(PluginStatus.Enabled, host.App.Services.GetRequiredService<IPluginRegistry>().Find("tests.needy")!.Status);
        var entry = Assert.Single(host.Log.Named("ServiceWithdrawn"));
        Assert.Equal((LogLevel.Error, "Needy.On"), (entry.Level, entry.Fields["Users"]));
    }

    [Fact]
    public void A_container_that_tells_nothing_is_not_asked()
    {
        using var log = new CapturedLog();
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(log));
        var check = new ServiceCheck(
            new Tight(),
            new ServiceCollection(),
            [],
            new HooklatchOptions(),
            loggers.CreateLogger<ServiceCheck>()
        );

        check.Check([]);

        Assert.Equal(LogLevel.Information, Assert.Single(log.Named("ServicesNotChecked")).Level);
    }

    [Fact]
    public void A_container_that_tells_nothing_of_keys_is_asked_for_the_rest()
    {
        var required = new RequiredServices(new KnowsNoKeys(), new ServiceCollection());

        required.AddKeyed<IAbsent>("key", "Needy.On");
        required.Add<IAbsent>("Needy.On");

        Assert.Null(Assert.Single(required.Missing).Key);
    }

    [Fact]
    public async Task Options_that_nothing_configures_are_a_warning()
    {
        await using var host = await WebhookHost.StartAsync(builder =>
        {
            builder.Services.Configure<Configured>(_ => { });
            builder.Services.PostConfigure<Finished>(_ => { });
            builder.Services.AddSingleton(Options.Create(new Given()));
            builder.Services.AddHooklatch(
                builder.Configuration,
                new Needy(services =>
                {
                    services.AddOptions<Configured>("Needy.On");
                    services.AddOptions<Finished>("Needy.On");
                    services.AddOptions<Given>("Needy.On");
                    services.AddOptions<Forgotten>("Needy.On");
                })
            );
        });

        var entry = Assert.Single(host.Log.Named("OptionsNotConfigured"));
        Assert.Equal(
            (LogLevel.Warning, "tests.needy", "Hooklatch.Tests.Lifecycle.ServiceCheckTests.Forgotten"),
            (entry.Level, entry.Fields["Plugin"], entry.Fields["Options"])
        );
    }

    [Theory]
    [InlineData(typeof(IHttpClientFactory), null, "builder.Services.AddHttpClient()")]
    [InlineData(typeof(IDisposable), null, "builder.Services.AddScoped<System.IDisposable, …>()")]
    [InlineData(
        typeof(IDictionary<string, List<int>>),
        null,
        "builder.Services.AddScoped<System.Collections.Generic.IDictionary<System.String, System.Collections.Generic.List<System.Int32>>, …>()"
    )]
    [InlineData(
        typeof(Outer<string>.Inner<int>),
        null,
        "builder.Services.AddScoped<Hooklatch.Tests.Lifecycle.ServiceCheckTests.Outer<System.String>.Inner<System.Int32>>()"
    )]
    [InlineData(typeof(IDisposable), DayOfWeek.Friday, "builder.Services.AddKeyedScoped<System.IDisposable, …>(System.DayOfWeek.Friday)")]
    [InlineData(typeof(IDisposable), 7, "builder.Services.AddKeyedScoped<System.IDisposable, …>(7)")]
    [InlineData(typeof(byte[,]), null, "builder.Services.AddScoped<System.Byte[,]>()")]
    public void The_line_is_what_a_host_would_write(Type type, object? key, string line) =>
        Assert.Equal(line, RegistrationText.Of(type, key));

    private static async Task StartAsync(Action<WebApplicationBuilder> configure)
    {
        await using var host = await TestHost.StartAsync(new TestHostSetup { Configure = configure, Use = app => app.MapHooklatch() });
    }

    internal interface IAbsent;

    internal sealed class Configured;

    internal sealed class Finished;

    internal sealed class Given;

    internal sealed class Forgotten;

    internal sealed class Outer<T>
    {
        internal sealed class Inner<TOther>;
    }

    private sealed class Needy(Action<RequiredServices> require) : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => "needy";

        public override void RequireServices(RequiredServices services) => require(services);

        public override void MapWebhooks(WebhookMap map) { }
    }

    private sealed class Throwing : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => "throwing";

        public override void ConfigureServices(IServiceCollection services, IConfiguration configuration)
        {
            services.AddPluginExport<IAbsent>(Key, _ => throw new NotSupportedException());
            throw new InvalidOperationException("no licence");
        }

        public override void MapWebhooks(WebhookMap map) { }
    }

    private sealed class Tight : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }

    private sealed class KnowsNoKeys : IServiceProviderIsService
    {
        public bool IsService(Type serviceType) => false;
    }
}
